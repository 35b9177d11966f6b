package ykien.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Nested
    class A_token {
        @Test
        void leads_back_to_its_cursor() {
            var random = new Random(1);
            for (var i = 0; i < 2_000; i++) {
                var cursor = new Cursor(Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)), id(random));
                assertThat(Cursor.parse(cursor.token())).contains(cursor);
            }
        }

        @Test
        void needs_no_escape_in_an_address() {
            assertThat(new Cursor(Instant.EPOCH, "a-1".repeat(40)).token()).matches("[0-9A-Za-z_-]{1,240}");
        }
    }

    @Nested
    class Any_other_text {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "A",
                    "=",
                    "%",
                    "ấ",
                    "\u0000",
                    "\uD800",
                    "2026-11-22T02:14:00.000Z/a",
                    "MjAyNi0xMS0yMlQwMjoxNDowMC4wMDBaL2E=",
                    "null",
                    "0",
                    "../..",
                    "AAAA"
                })
        void is_no_token(String text) {
            assertThat(Cursor.parse(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/a",
                    "2026-11-22T02:14:00.000Z",
                    "2026-11-22T02:14:00.000Z/",
                    "2026-11-22T02:14:00.000Z/A",
                    "2026-11-22T02:14:00.000Z/a/b",
                    "2026-11-22T02:14:00.000Z/a b",
                    "2026-11-22T02:14:00.000Z/đ",
                    "2026-11-22T02:14:00Z/a",
                    "2026-11-22T02:14:00.0000Z/a",
                    "2026-11-22T09:14:00.000+07:00/a",
                    "2026-13-22T02:14:00.000Z/a",
                    "+999999999-12-31T23:59:59.999999999Z/a",
                    "+1000000000-01-01T00:00:00.000Z/a",
                    "2026-11-22/a",
                    "now/a",
                    "1/a"
                })
        void that_is_well_encoded_is_no_token_either(String text) {
            assertThat(Cursor.parse(encoded(text))).isEmpty();
        }

        @Test
        void however_long_is_no_token() {
            assertThat(Cursor.parse("A".repeat(100_000))).isEmpty();
            assertThat(Cursor.parse(encoded("2026-11-22T02:14:00.000Z/" + "a".repeat(121))))
                    .isEmpty();
        }

        @Test
        void is_no_token_unless_it_is_what_a_cursor_writes() {
            var random = new Random(2);
            var token = new Cursor(Instant.parse("2026-11-22T02:14:00Z"), "duong-hoa-xom-dinh").token();
            for (var i = 0; i < 20_000; i++) {
                var chars = token.toCharArray();
                chars[random.nextInt(chars.length)] = (char) random.nextInt(' ', 0x180);
                var changed = new String(chars);
                assertThat(Cursor.parse(changed).map(Cursor::token).orElse(changed))
                        .isEqualTo(changed);
            }
        }

        private static String encoded(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class A_timestamp {
        @Test
        void is_always_of_one_length_so_that_its_order_is_that_of_time() {
            var random = new Random(3);
            var times = Stream.generate(() -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)))
                    .limit(2_000)
                    .sorted()
                    .toList();

            assertThat(times.stream().map(Timestamp::format)).isSorted().allMatch(text -> text.length() == 24);
            assertThat(times)
                    .allSatisfy(time ->
                            assertThat(Instant.parse(Timestamp.format(time))).isEqualTo(time));
        }

        @Test
        void cuts_off_what_is_finer_than_a_millisecond() {
            assertThat(Timestamp.format(Instant.parse("2026-11-22T02:14:00.999999999Z")))
                    .isEqualTo("2026-11-22T02:14:00.999Z");
            assertThat(Timestamp.format(Instant.parse("2026-11-22T02:14:00Z"))).isEqualTo("2026-11-22T02:14:00.000Z");
        }
    }

    private static String id(Random random) {
        return random.ints(1 + random.nextInt(120), 0, 37)
                .map("abcdefghijklmnopqrstuvwxyz0123456789-"::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
