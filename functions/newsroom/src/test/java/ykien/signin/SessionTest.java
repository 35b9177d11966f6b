package ykien.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// A session, from signing in to its end: event in, response out.
class SessionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Newsroom newsroom = new Newsroom();
    private final Browser browser = newsroom.browser();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Nested
    class A_session {
        @Test
        void is_one_consistent_read_a_request() {
            browser.signIn();
            newsroom.forget();
            browser.get("/newsroom");

            assertThat(newsroom.asked())
                    .filteredOn(asked -> asked.contains("SessionsTable"))
                    .containsExactly("GetItem SessionsTable, consistent");
        }

        @Test
        void is_no_read_where_there_is_no_cookie_of_ours() {
            browser.cookies().put("newsroom", "x".repeat(200));
            browser.get("/newsroom");
            browser.cookies().clear();
            browser.get("/newsroom");

            assertThat(newsroom.asked()).isEmpty();
        }

        @Test
        void does_not_open_with_a_changed_cookie() {
            browser.signIn();
            browser.cookies().compute("newsroom", (_, seal) -> SigningInTest.flipped(String.valueOf(seal)));

            assertSignedOut(browser.get("/newsroom"));
        }

        @Test
        void ends_after_an_hour_without_a_request() {
            browser.signIn();
            newsroom.clock.advance(Session.LONGEST_IDLE.minusSeconds(1));
            assertThat(browser.get("/newsroom").status()).isEqualTo(200);

            newsroom.clock.advance(Session.LONGEST_IDLE);
            assertSignedOut(browser.get("/newsroom"));
        }

        @Test
        void ends_after_twelve_hours_whatever_happens() {
            browser.signIn();
            for (var i = 0; i < 23; i++) {
                newsroom.clock.advance(Duration.ofMinutes(30));
                assertThat(browser.get("/newsroom").status()).isEqualTo(200);
            }
            newsroom.clock.advance(Duration.ofMinutes(30));

            assertSignedOut(browser.get("/newsroom"));
        }

        @Test
        void is_written_anew_at_most_once_a_minute() {
            browser.signIn();
            assertThat(browser.get("/newsroom").cookies()).isEmpty();
            newsroom.clock.advance(MINUTE.minusSeconds(1));
            assertThat(browser.get("/newsroom").cookies()).isEmpty();

            newsroom.clock.advance(Duration.ofSeconds(1));
            assertThat(browser.get("/newsroom").cookies()).hasSize(1);
            assertThat(browser.get("/newsroom").cookies()).isEmpty();
        }

        @Test
        void is_another_one_after_each_sign_in() {
            browser.signIn();
            var first = browser.formToken();
            browser.signIn();

            assertThat(browser.formToken()).isNotEqualTo(first);
        }

        @Test
        void is_not_stored_on_its_way() {
            browser.signIn();

            assertThat(browser.get("/newsroom").header("cache-control")).hasValue("no-store");
        }

        @Test
        void ends_where_an_operator_deletes_it() {
            browser.signIn();
            newsroom.closeAll();

            assertSignedOut(browser.get("/newsroom"));
        }

        @Test
        void lives_on_while_its_key_is_still_accepted_and_no_longer() {
            browser.signIn();
            var both = Newsroom.KEYS.replace("\"current\":\"1\"", "\"current\":\"2\",\"2\":\"" + "m".repeat(64) + "\"");
            var second = "{\"current\":\"2\",\"2\":\"" + "m".repeat(64) + "\"}";

            var rotated = browser.at(newsroom.under(both));
            assertThat(rotated.get("/newsroom").status()).isEqualTo(200);
            assertSignedOut(browser.at(newsroom.under(second)).get("/newsroom"));
            newsroom.clock.advance(MINUTE);
            rotated.get("/newsroom"); // seals it under the new key
            assertThat(rotated.at(newsroom.under(second)).get("/newsroom").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Signing_out {
        @Test
        void takes_the_cookie_away_and_makes_every_copy_worthless() {
            browser.signIn();
            var copy = browser.copy();
            assertThat(copy.get("/newsroom").status()).isEqualTo(200);
            var response = browser.signOut();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).contains("Bạn đã đăng xuất");
            assertThat(response.cookies())
                    .containsExactly("newsroom=; Path=/newsroom; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
            assertThat(newsroom.openSessions()).isZero();
            assertSignedOut(copy.get("/newsroom"));
        }

        /// No redirect: Chromium follows none from a form to another site where the page says `form-action 'self'`.
        @Test
        void goes_on_to_the_provider_and_from_there_back() {
            browser.signIn();
            var response = browser.signOut();
            var end = newsroom.issuer.uri() + "/end?post_logout_redirect_uri=https%3A%2F%2Fa1b2c3d4e5.execute-api."
                    + "ap-southeast-1.amazonaws.com%2Fnewsroom&client_id=" + TestIssuer.CLIENT;

            assertThat(response.header("refresh")).hasValue("0;url=" + end);
            assertThat(response.text()).contains("href=\"" + end.replace("&", "&amp;") + "\"");
        }

        @Test
        void says_so_where_the_provider_ends_no_sessions() {
            newsroom.issuer.endNoSessions();
            browser.signIn();
            var response = browser.signOut();

            assertThat(response.header("refresh")).isEmpty();
            assertThat(response.text()).contains("có thể vẫn còn");
        }

        @Test
        void works_where_the_provider_does_not_answer() {
            browser.signIn();
            newsroom.clock.advance(IdentityProvider.FRESH);
            newsroom.issuer.goDown();
            var fresh = browser.at(newsroom.under(Newsroom.KEYS));

            assertThat(fresh.signOut().status()).isEqualTo(200);
            assertThat(newsroom.openSessions()).isZero();
        }

        @Test
        void is_a_form_and_no_link() {
            browser.signIn();

            assertThat(browser.get("/newsroom/sign-out").status()).isEqualTo(405);
            assertThat(newsroom.openSessions()).isEqualTo(1);
        }

        @Test
        void wants_the_sessions_form_token() {
            browser.signIn();

            assertForbidden("Biểu mẫu đã cũ", browser.post("/newsroom/sign-out", Map.of()));
            assertForbidden("Biểu mẫu đã cũ", browser.post("/newsroom/sign-out", Map.of(Session.FORM_FIELD, "x")));
        }

        @Test
        void takes_no_other_sessions_form_token() {
            browser.signIn();
            var other = newsroom.browser();
            other.signIn();

            assertThat(browser.post("/newsroom/sign-out", Map.of(Session.FORM_FIELD, other.formToken()))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void takes_no_form_from_another_site() {
            browser.signIn();
            var form = HttpRequest.post("/newsroom/sign-out").form(Map.of(Session.FORM_FIELD, browser.formToken()));

            assertForbidden("trang khác", browser.send(form.header("Sec-Fetch-Site", "cross-site")));
            assertForbidden("trang khác", browser.send(form.header("Origin", "https://evil.example")));
        }

        @Test
        void is_no_fault_where_nobody_is_signed_in_any_more() {
            assertThat(browser.post("/newsroom/sign-out", Map.of()).status()).isEqualTo(200);
        }

        private void assertForbidden(String words, HttpResponse response) {
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.text()).contains(words);
            assertThat(newsroom.openSessions()).isEqualTo(1);
        }
    }

    private static void assertSignedOut(HttpResponse response) {
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("location")).hasValue("/newsroom/sign-in");
    }
}
