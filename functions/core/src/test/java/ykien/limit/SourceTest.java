package ykien.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    @Nested
    class An_address {
        @ParameterizedTest
        @CsvSource({
            "192.0.2.1,                 c00002,       c0000201",
            "255.255.255.255,           ffffff,       ffffffff",
            "::ffff:192.0.2.1,          c00002,       c0000201",
            "::FFFF:c000:0201,          c00002,       c0000201",
            "2001:db8:1:2:3:4:5:6,      20010db80001, 20010db800010002",
            "2001:DB8:1:2::1,           20010db80001, 20010db800010002",
            "2001:db8:1:2:0:0:192.0.2.1, 20010db80001, 20010db800010002",
            "::1,                       000000000000, 0000000000000000",
        })
        void is_known_by_its_network_and_its_host(String address, String network, String host) {
            assertThat(Source.of(address)).isEqualTo(new Source(network, host));
        }

        @Test
        void is_the_same_source_as_others_of_its_64() {
            assertThat(Source.of("2001:db8:1:2::1")).isEqualTo(Source.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
            assertThat(Source.of("2001:db8:1:2::1")).isNotEqualTo(Source.of("2001:db8:1:3::1"));
        }

        @Test
        void is_not_printed() {
            assertThat(Source.of("192.0.2.1")).hasToString("Source[hidden]");
        }
    }

    /// None of them is looked up by name, or it would take seconds, and all are one source.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "example.com",
                "a.b.c.d",
                "face.bad",
                "dead",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.1",
                "192.0.2.1:443",
                "3221225985",
                "0xC0.0.2.1",
                "[2001:db8::1]",
                "fe80::1%eth0",
                "fe80::1%1",
                "2001:db8::1::1",
                "１９２.0.2.1",
                "192.0.2.1, 198.51.100.7",
                "1111:2222:3333:4444:5555:6666:7777:8888:9999",
                "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000"
            })
    void What_is_no_address_is_the_unknown_source(String text) {
        assertThat(Source.of(text)).isEqualTo(Source.UNKNOWN);
    }
}
