package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.limit.SiteWatch;

/// What it costs to ask for the work of times of attack: nothing is written, and the copy of the counts that all
/// pictures share is read, at most once in ten seconds.
class WorkTest {
    private static final int READERS = 30;

    private final WholeSite site = new WholeSite();
    private String token = "";

    @BeforeEach
    void a_reader_has_a_picture_from_quiet_times() {
        token = site.token("mua-he");
        site.asked.forget();
    }

    @Test
    void within_ten_seconds_of_the_last_copy_it_is_nothing_at_all() {
        for (var reader = 0; reader < READERS; reader++) {
            assertThat(ask(token).status()).isEqualTo(204);
        }

        assertThat(site.asked.requests()).isEmpty();
    }

    @Test
    void later_it_is_one_copy_however_many_ask() {
        site.wait(SiteWatch.FRESH);
        for (var reader = 0; reader < READERS; reader++) {
            assertThat(ask(token).status()).isEqualTo(204);
        }

        assertThat(site.asked.requests()).containsExactly("BatchGetItemRequest");
    }

    @Test
    void an_attack_is_known_ten_seconds_later_at_most() {
        site.attack();
        assertThat(ask(token).status()).isEqualTo(204);
        site.wait(SiteWatch.FRESH);

        assertThat(ask(token).status()).isEqualTo(200);
    }

    @Test
    void for_a_picture_from_times_of_attack_it_is_nothing_ever() {
        site.attack();
        site.wait(SiteWatch.FRESH);
        var asking = site.token("mua-he");
        site.wait(SiteWatch.FRESH);
        site.asked.forget();
        for (var reader = 0; reader < READERS; reader++) {
            assertThat(ask(asking).status()).isEqualTo(200);
        }

        assertThat(site.asked.requests()).isEmpty();
    }

    private HttpResponse ask(String token) {
        return site.send(HttpRequest.get("/articles/mua-he/captcha/work?token=" + token));
    }
}
