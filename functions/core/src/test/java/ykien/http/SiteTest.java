package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {
    private static final Site CONFIGURED = Site.of("Báo Mẫu", "https://bao.vn");
    private static final Site ANYWHERE = Site.of("Báo Mẫu", "");

    @Test
    void is_where_it_was_configured_or_else_where_it_was_asked_for() {
        assertThat(CONFIGURED.origin(Requests.get())).isEqualTo("https://bao.vn");
        assertThat(ANYWHERE.origin(Requests.get())).isEqualTo("https://bao.example");
    }

    @Test
    void is_secure_everywhere_but_on_a_developers_machine() {
        assertThat(CONFIGURED.isSecure()).isTrue();
        assertThat(ANYWHERE.isSecure()).isTrue();
        assertThat(Site.of("Báo Mẫu", "http://localhost:8080").isSecure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://bao.vn, true", "https://bao.example, false", "http://bao.vn, false", "null, false", "'', false"
    })
    void takes_forms_from_its_own_origin_alone(String origin, boolean taken) {
        var request = Requests.get("origin", origin);

        if (taken) {
            assertThatCode(() -> CONFIGURED.refuseCrossSite(request)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> CONFIGURED.refuseCrossSite(request))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.problem().status()).isEqualTo(403));
        }
    }

    /// A privacy proxy may change Origin; what the browser itself says of the site counts more.
    @Test
    void believes_sec_fetch_site_more_than_origin() {
        assertThatCode(() ->
                        CONFIGURED.refuseCrossSite(Requests.get("origin", "null", "sec-fetch-site", "same-origin")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CONFIGURED.refuseCrossSite(
                        Requests.get("origin", "https://bao.vn", "sec-fetch-site", "cross-site")))
                .isInstanceOf(Refusal.class);
    }
}
