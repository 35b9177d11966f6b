package ykien.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.challenge.SealKeys;
import ykien.cloud.StandingClock;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.MediaTypes;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Who gets through the desk to the work behind it.
class DeskTest {
    private static final Site SITE = Site.of("Báo Mẫu", "https://bao.example");

    private final TestIssuer issuer = new TestIssuer();
    private final StandingClock clock = new StandingClock(Instant.now());
    private final Cookies cookies = new Cookies(SITE, SealKeys.parse(Newsroom.KEYS));
    private final AllOpen sessions = new AllOpen();
    private final Desk desk =
            new Desk(SITE, cookies, sessions, new IdentityProvider(issuer::settings, clock), clock, (_, _, problem) -> {
                throw new Refusal(problem);
            });
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void close() {
        issuer.close();
    }

    /// Sessions that were never closed.
    private static final class AllOpen implements Sessions {
        boolean open = true;

        @Override
        public void open(Session session) {}

        @Override
        public boolean isOpen(Session session) {
            return open;
        }

        @Override
        public void close(Session session) {
            open = false;
        }
    }

    @Nested
    class A_page {
        @ParameterizedTest
        @CsvSource({
            "MODERATOR, MODERATOR, true",
            "MODERATOR, EDITOR,    false",
            "MODERATOR, CHIEF,     false",
            "EDITOR,    MODERATOR, true",
            "EDITOR,    EDITOR,    true",
            "EDITOR,    CHIEF,     false",
            "CHIEF,     MODERATOR, true",
            "CHIEF,     EDITOR,    true",
            "CHIEF,     CHIEF,     true",
        })
        void is_seen_by_whoever_has_the_role_or_a_higher_one(Role role, Role least, boolean seen) {
            var page = desk.page(least, DeskTest.this::work);
            var request = get(session(role));
            if (seen) {
                assertThat(page.answer(request).status()).isEqualTo(200);
            } else {
                assertForbidden("forbidden", page, request);
            }
        }

        @Test
        void sends_others_to_the_sign_in() {
            sessions.open = false;

            assertThat(desk.page(Role.MODERATOR, DeskTest.this::work)
                            .answer(get(session(Role.CHIEF)))
                            .header("location"))
                    .isEqualTo("/newsroom/sign-in?to=%2Fnewsroom%2Flog%3Fafter%3Dx");
            assertThat(done).hasValue(0);
        }

        @Test
        void keeps_the_session_going() {
            var session = session(Role.CHIEF);
            clock.advance(Session.PRECISION);

            assertThat(desk.page(Role.MODERATOR, DeskTest.this::work)
                            .answer(get(session))
                            .cookies())
                    .hasSize(1);
        }
    }

    @Nested
    class A_form {
        private final Session session = session(Role.EDITOR);
        private final Action form = desk.form(Role.EDITOR, (request, session, _) -> work(request, session));

        @Test
        void is_taken_from_whoever_has_the_role_and_the_forms_token() {
            assertThat(form.answer(post(session, session.formToken(), Map.of())).status())
                    .isEqualTo(200);
        }

        @Test
        void is_not_taken_with_another_token() {
            assertForbidden(
                    "stale-form", form, post(session, session(Role.EDITOR).formToken(), Map.of()));
        }

        @Test
        void is_not_taken_without_one() {
            assertForbidden("stale-form", form, post(session, "", Map.of()));
        }

        @Test
        void is_not_taken_from_another_site() {
            assertForbidden(
                    "cross-site", form, post(session, session.formToken(), Map.of("sec-fetch-site", "cross-site")));
            assertForbidden(
                    "cross-site", form, post(session, session.formToken(), Map.of("origin", "https://evil.example")));
        }

        @Test
        void is_not_taken_from_a_lower_role() {
            var moderator = session(Role.MODERATOR);

            assertForbidden("forbidden", form, post(moderator, moderator.formToken(), Map.of()));
        }

        /// Before it is read: whoever is signed in may be anybody's program.
        @Test
        void is_not_taken_if_it_is_larger_than_a_form_or_none() {
            var small = desk.form(Role.EDITOR, 20, (request, session, _) -> work(request, session));

            assertRefused(413, "too-large", small, post(session, session.formToken(), Map.of()));
            assertRefused(
                    415,
                    "media-type",
                    form,
                    post(session, session.formToken(), Map.of("content-type", "application/json")));
        }

        /// A browser would not follow a form to the provider.
        @Test
        void is_not_taken_and_sends_nobody_away_after_the_session_has_ended() {
            sessions.open = false;

            assertForbidden("signed-out", form, post(session, session.formToken(), Map.of()));
        }

        /// A program's token is for programs: with it, no cookie says whose form it is.
        @Test
        void is_not_taken_with_a_bearer_token() {
            var request = request("POST", Map.of("authorization", "Bearer " + issuer.idToken()), List.of(), "");

            assertForbidden("signed-out", form, request);
        }
    }

    @Nested
    class A_program {
        private final Action api = desk.program(Role.EDITOR, (_, person) -> {
            done.incrementAndGet();
            return Response.ok("text/plain", Body.of(person.toString()));
        });

        @Test
        void is_let_in_with_an_ID_token() {
            assertThat(ask(issuer.idToken()).body().utf8()).isEqualTo("Person[subject=sub-lan, name=Lan, role=EDITOR]");
        }

        @Test
        void is_let_in_with_an_access_token() {
            assertThat(ask(issuer.accessToken()).status()).isEqualTo(200);
        }

        @Test
        void is_let_in_whatever_the_case_of_the_scheme() {
            assertThat(api.answer(request("GET", Map.of("authorization", "bEARER " + issuer.idToken()), List.of(), ""))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void is_told_how_to_get_in_without_a_token() {
            for (var headers : List.of(Map.<String, String>of(), Map.of("authorization", "Basic eDp5"))) {
                var response = api.answer(request("GET", headers, List.of(), ""));

                assertThat(response.status()).isEqualTo(401);
                assertThat(response.header("www-authenticate")).isEqualTo("Bearer realm=\"newsroom\"");
                assertThat(response.header("content-type")).isEqualTo(MediaTypes.PROBLEM);
            }
            assertThat(done).hasValue(0);
        }

        /// Else another site could ride on it.
        @Test
        void is_not_let_in_with_a_browsers_cookie() {
            assertThat(api.answer(get(session(Role.CHIEF))).status()).isEqualTo(401);
        }

        @Test
        void is_a_403_without_the_role() {
            issuer.vouchFor("sub", "Minh", "moderator");
            var response = ask(issuer.idToken());

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.header("www-authenticate")).contains("error=\"insufficient_scope\"");
            assertThat(done).hasValue(0);
        }

        @Test
        void is_a_403_without_any_role() {
            issuer.vouchFor("sub", "Minh");

            assertThat(ask(issuer.idToken()).status()).isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "a.b.c", "e30.e30.", "e30.e30.e30"})
        void is_a_401_with_something_that_is_no_token(String token) {
            assertInvalid(token);
        }

        @Test
        void is_a_401_with_a_token_of_another_issuer() {
            issuer.change(claims -> claims.issuer("https://evil.example"));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_an_ID_token_for_another_client() {
            issuer.change(claims -> claims.audience("another"));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_an_access_token_for_another_client() {
            issuer.change(claims -> claims.claim("client_id", "another"));

            assertInvalid(issuer.accessToken());
        }

        @Test
        void is_a_401_with_a_token_for_nobody_in_particular() {
            issuer.change(claims -> claims.claim("client_id", null));

            assertInvalid(issuer.accessToken());
        }

        /// The client id is the one that asked for it; the audience is the one that it is for.
        @Test
        void is_a_401_with_a_token_for_another_audience_that_our_client_got() {
            issuer.change(claims -> claims.audience("another-api"));

            assertInvalid(issuer.accessToken());
        }

        @Test
        void is_a_401_with_a_token_for_another_use() {
            issuer.change(claims -> claims.claim("token_use", "refresh"));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_a_token_that_has_expired() {
            issuer.change(
                    claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_a_token_that_never_expires() {
            issuer.change(claims -> claims.expirationTime(null));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_a_token_about_nobody() {
            issuer.change(claims -> claims.subject(null));

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_a_signature_that_is_not_the_issuers() {
            issuer.signWithAnotherKey();

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_without_a_signature() {
            issuer.signBy(Algorithm.NONE);

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_a_401_with_an_HMAC_under_the_public_key() {
            issuer.signBy(JWSAlgorithm.HS256);

            assertInvalid(issuer.idToken());
        }

        @Test
        void is_let_in_with_a_key_that_is_new() {
            assertThat(ask(issuer.idToken()).status()).isEqualTo(200);
            issuer.rotate();

            assertThat(ask(issuer.idToken()).status()).isEqualTo(200);
        }

        /// Whoever sends such tokens can't have the provider asked for its keys as often as they like.
        @Test
        void has_the_keys_asked_for_a_few_times_at_most_with_keys_that_nobody_knows() {
            assertThat(ask(issuer.idToken()).status()).isEqualTo(200);
            issuer.signWithUnknownKey();
            for (var i = 0; i < 20; i++) {
                assertInvalid(issuer.idToken());
            }
            assertThat(issuer.keysAsked()).isLessThanOrEqualTo(3);
        }

        private Response ask(String token) {
            return api.answer(request("GET", Map.of("authorization", "Bearer " + token), List.of(), ""));
        }

        private void assertInvalid(String token) {
            var before = done.get();
            var response = ask(token);

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("www-authenticate"))
                    .isEqualTo("Bearer realm=\"newsroom\"" + (token.isEmpty() ? "" : ", error=\"invalid_token\""));
            assertThat(done).hasValue(before);
        }
    }

    private Response work(Request request, Session session) {
        done.incrementAndGet();
        return Response.ok("text/plain", Body.of(session.person().name()));
    }

    private void assertForbidden(String type, Action action, Request request) {
        assertRefused(403, type, action, request);
    }

    private void assertRefused(int status, String type, Action action, Request request) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> action.answer(request))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(status);
                    assertThat(refusal.problem().type()).isEqualTo(type);
                });
        assertThat(done).hasValue(0);
    }

    private Session session(Role role) {
        return Session.of(new Person("sub", "Lan", role), clock.instant());
    }

    private Request get(Session session) {
        return request("GET", Map.of(), List.of(cookie(session)), "");
    }

    private Request post(Session session, String formToken, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("content-type", "application/x-www-form-urlencoded");
        return request("POST", all, List.of(cookie(session)), Session.FORM_FIELD + "=" + formToken);
    }

    private String cookie(Session session) {
        var cookie = cookies.with(Response.seeOther("/"), session).cookies().getFirst();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static Request request(String method, Map<String, String> headers, List<String> cookies, String body) {
        return new Request(
                method,
                method + " /newsroom/log",
                "/newsroom/log",
                Map.of(),
                "after=x",
                headers,
                cookies,
                Body.of(body),
                "id",
                "bao.example",
                "192.0.2.1");
    }
}
