package ykien.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.newsroom.page.Words;

/// Signing in, from the first redirect to the session: event in, response out. Each check has a test that fails without
/// it.
class SigningInTest {
    private final Newsroom newsroom = new Newsroom();
    private final TestIssuer issuer = newsroom.issuer;
    private final Browser browser = newsroom.browser();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Nested
    class The_way_to_the_provider {
        @Test
        void asks_for_a_code_with_PKCE_a_state_and_a_nonce() {
            var response = browser.get(Browser.SIGN_IN);
            var request = TestIssuer.request(Browser.location(response));

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("cache-control")).hasValue("no-store");
            assertThat(request.getEndpointURI()).isEqualTo(issuer.uri().resolve("/authorize"));
            assertThat(request.getClientID().getValue()).isEqualTo(TestIssuer.CLIENT);
            assertThat(request.getResponseType()).hasToString("code");
            assertThat(request.getScope().toStringList()).containsExactlyInAnyOrder("openid", "profile");
            assertThat(request.getRedirectionURI())
                    .hasToString("https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com/newsroom/signed-in");
            assertThat(request.getCodeChallengeMethod()).isEqualTo(CodeChallengeMethod.S256);
            assertThat(request.getState().getValue()).hasSize(43);
            assertThat(request.getNonce().getValue()).hasSize(43);
        }

        @Test
        void is_another_one_each_time() {
            var first = TestIssuer.request(Browser.location(browser.get(Browser.SIGN_IN)));
            var second = TestIssuer.request(Browser.location(browser.get(Browser.SIGN_IN)));

            assertThat(first.getState()).isNotEqualTo(second.getState());
            assertThat(first.getNonce()).isNotEqualTo(second.getNonce());
            assertThat(first.getCodeChallenge()).isNotEqualTo(second.getCodeChallenge());
        }

        /// Lax, not strict: on the way back from the provider it has to come along.
        @Test
        void leaves_a_cookie_of_ten_minutes_that_tells_nothing_and_that_no_script_sees() {
            var cookie = browser.get(Browser.SIGN_IN).cookies().getFirst();

            assertThat(cookie)
                    .matches(
                            "newsroom-sign-in=[0-9A-Za-z_-]+; Path=/newsroom; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
        }

        @Test
        void is_a_503_where_the_provider_does_not_answer() {
            issuer.goDown();
            var response = browser.get(Browser.SIGN_IN);

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.text()).contains("Nơi cấp tài khoản không trả lời");
            assertThat(newsroom.log()).contains("the identity provider can't be used");
        }

        /// OpenID Connect Discovery 1.0, section 4.3.
        @Test
        void is_a_503_where_the_metadata_are_those_of_another_issuer() {
            issuer.nameItself("https://evil.example");

            assertThat(browser.get(Browser.SIGN_IN).status()).isEqualTo(503);
        }

        @Test
        void is_a_503_where_nobody_knows_who_knows_the_people() {
            var site = newsroom.api(() -> {
                throw new UncheckedIOException(new IOException("no parameter"));
            });

            assertThat(browser.at(site).get(Browser.SIGN_IN).status()).isEqualTo(503);
        }
    }

    @Nested
    class The_way_back {
        @Test
        void opens_a_session() {
            var response = browser.signIn();

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("location")).hasValue("/newsroom");
            assertThat(newsroom.openSessions()).isEqualTo(1);
            assertThat(browser.get("/newsroom").text()).contains("Lan", word(Role.EDITOR));
        }

        /// No Max-Age: it goes when the browser is closed.
        @Test
        void leaves_a_cookie_that_tells_nothing_and_that_no_script_sees_and_takes_the_other_one_away() {
            assertThat(browser.signIn().cookies())
                    .satisfiesExactlyInAnyOrder(
                            session -> assertThat(session)
                                    .matches("newsroom=[0-9A-Za-z_-]+; Path=/newsroom; HttpOnly; SameSite=Lax; Secure"),
                            attempt -> assertThat(attempt)
                                    .isEqualTo(
                                            "newsroom-sign-in=; Path=/newsroom; Max-Age=0; HttpOnly; SameSite=Lax; Secure"));
        }

        @ParameterizedTest
        @EnumSource(Role.class)
        void has_the_role_of_the_persons_group(Role role) {
            issuer.vouchFor("sub", "Minh", "readers", role.group());
            browser.signIn();

            assertThat(browser.get("/newsroom").text()).contains("Minh", word(role));
        }

        @Test
        void has_the_highest_role_of_several() {
            issuer.vouchFor("sub", "Minh", "moderator", "chief", "editor");
            browser.signIn();

            assertThat(browser.get("/newsroom").text()).contains(word(Role.CHIEF));
        }

        @ParameterizedTest
        @ValueSource(strings = {"readers", "Chief", "chief ", "admin"})
        void is_a_403_and_no_session_for_somebody_without_a_role(String group) {
            issuer.vouchFor("sub", "Khách", group);
            var response = browser.signIn();

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.text())
                    .contains("chưa có vai trò", "moderator, editor, chief")
                    .contains("href=\"/newsroom/sign-in\"", "action=\"/newsroom/sign-out\"");
            assertNoSession(response);
        }

        @Test
        void leads_where_one_wanted_to_go() {
            var wanted = "/newsroom?state=refused&q=%C4%91%C6%B0%E1%BB%9Dng";
            var sent = browser.get(wanted);

            assertThat(sent.status()).isEqualTo(303);
            assertThat(Browser.location(sent)).startsWith("/newsroom/sign-in?to=");
            assertThat(Browser.location(browser.get(browser.cameBack(Browser.location(sent)))))
                    .isEqualTo(wanted);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example/",
                    "//evil.example",
                    "/\\evil.example",
                    "/newsroomevil",
                    "/newsroom@evil.example",
                    "/newsroom/../articles",
                    "/newsroom/%2e%2e/articles",
                    "/newsroom/.%2E/x",
                    "/newsroom\r\nSet-Cookie: a=b",
                    "/newsroom/\\..",
                    "/newsroom/sign-in",
                    "/newsroom/sign-in?to=/newsroom",
                    "/newsroom/signed-in?code=x",
                    "/newsroom/sign-out",
                    "javascript:alert(1)",
                    ""
                })
        void leads_nowhere_but_into_the_newsroom(String to) {
            var signIn = Browser.SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);

            assertThat(Browser.location(browser.get(browser.cameBack(signIn)))).isEqualTo("/newsroom");
        }
    }

    @Nested
    class A_check_of_the_answer {
        @Test
        void wants_the_state_of_this_attempt() {
            var back = browser.cameBack();

            assertRefused(400, "lần đăng nhập khác", browser.get(back.replaceAll("state=.*", "state=other")));
            assertThat(issuer.codesRedeemed()).isZero();
        }

        @Test
        void wants_a_state_at_all() {
            assertRefused(
                    400, "lần đăng nhập khác", browser.get(browser.cameBack().replaceAll("&state=.*", "")));
            assertThat(issuer.codesRedeemed()).isZero();
        }

        /// Else somebody could be made to work in another one's session.
        @Test
        void wants_the_browser_that_began() {
            var back = browser.cameBack();

            assertRefused(400, "trình duyệt khác", newsroom.browser().get(back));
            assertThat(issuer.codesRedeemed()).isZero();
        }

        @Test
        void wants_it_within_ten_minutes() {
            var back = browser.cameBack();
            newsroom.clock.advance(Duration.ofMinutes(10));

            assertRefused(400, "quá 10 phút", browser.get(back));
        }

        @Test
        void takes_it_until_then() {
            var back = browser.cameBack();
            newsroom.clock.advance(Duration.ofMinutes(10).minusSeconds(1));

            assertThat(browser.get(back).status()).isEqualTo(303);
        }

        @Test
        void wants_a_cookie_that_was_sealed_here() {
            var back = browser.cameBack();
            browser.cookies().compute("newsroom-sign-in", (_, seal) -> flipped(String.valueOf(seal)));

            assertRefused(400, "trình duyệt khác", browser.get(back));
        }

        /// A session's cookie under the attempt's name, and the other way round.
        @Test
        void wants_each_cookie_for_what_it_was_sealed_for() {
            browser.signIn();
            var session = String.valueOf(browser.cookies().get("newsroom"));
            browser.get(Browser.SIGN_IN);
            browser.cookies().put("newsroom", String.valueOf(browser.cookies().get("newsroom-sign-in")));
            assertThat(browser.get("/newsroom").status()).isEqualTo(303);

            browser.cookies().put("newsroom-sign-in", session);
            assertThat(browser.get("/newsroom/signed-in?code=x&state=y").status())
                    .isEqualTo(400);
        }

        /// A code that somebody else got, put into one's own answer.
        @Test
        void wants_the_code_of_this_attempt() {
            var other = newsroom.browser();
            var stolen = other.cameBack().replaceAll(".*code=([^&]+)&.*", "$1");

            assertRefused(
                    403, "không hợp lệ", browser.get(browser.cameBack().replaceAll("code=[^&]+", "code=" + stolen)));
            assertThat(newsroom.log()).contains("invalid_grant");
        }

        @Test
        void wants_a_code() {
            var back = browser.cameBack();

            assertRefused(400, "thiếu mã", browser.get(back.replaceAll("code=[^&]+", "code=")));
        }

        @Test
        void wants_each_part_once() {
            assertRefused(400, "nhiều lần", browser.get(browser.cameBack() + "&state=x"));
        }

        /// RFC 9207: another provider's answer, mixed up with this one's.
        @Test
        void wants_it_from_this_issuer_where_it_names_one() {
            assertRefused(403, "không hợp lệ", browser.get(browser.cameBack() + "&iss=https%3A%2F%2Fevil.example"));
            assertThat(issuer.codesRedeemed()).isZero();

            var named = browser.cameBack() + "&iss="
                    + URLEncoder.encode(issuer.uri().toString(), StandardCharsets.UTF_8);
            assertThat(browser.get(named).status()).isEqualTo(303);
        }

        @Test
        void wants_it_to_name_one_where_the_provider_says_that_it_does() {
            issuer.nameItselfInAnswers();

            assertRefused(403, "không hợp lệ", browser.signIn());
        }

        @Test
        void shows_an_error_that_the_provider_tells() {
            var state = browser.cameBack().replaceAll(".*state=", "");

            assertRefused(
                    403, "(access_denied)", browser.get("/newsroom/signed-in?error=access_denied&state=" + state));
        }

        @Test
        void shows_nothing_else_that_somebody_writes_there() {
            var state = browser.cameBack().replaceAll(".*state=", "");
            var response =
                    browser.get("/newsroom/signed-in?error=Call%20555-0100&error_description=Now&state=" + state);

            assertRefused(403, "không cho đăng nhập.", response);
            assertThat(response.text()).doesNotContain("555", "Now");
        }

        @Test
        void is_a_503_where_the_provider_goes_away_meanwhile() {
            var back = browser.cameBack();
            issuer.goDown();

            assertRefused(503, "không trả lời", browser.get(back));
        }
    }

    @Nested
    class A_check_of_the_ID_token {
        @Test
        void wants_the_nonce_of_this_attempt() {
            issuer.change(claims -> claims.claim("nonce", "another"));

            assertNotIdentified("nonce");
        }

        @Test
        void wants_a_nonce_at_all() {
            issuer.change(claims -> claims.claim("nonce", null));

            assertNotIdentified("nonce");
        }

        @Test
        void wants_this_issuer() {
            issuer.change(claims -> claims.issuer("https://evil.example"));

            assertNotIdentified("issuer");
        }

        @Test
        void wants_this_client_in_the_audience() {
            issuer.change(claims -> claims.audience("another-client"));

            assertNotIdentified("audience");
        }

        @Test
        void wants_one_that_has_not_expired() {
            issuer.change(
                    claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));

            assertNotIdentified("Expired");
        }

        @Test
        void wants_an_expiry_at_all() {
            issuer.change(claims -> claims.expirationTime(null));

            assertNotIdentified("exp");
        }

        @Test
        void wants_one_that_is_not_from_the_future() {
            issuer.change(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600))));

            assertNotIdentified("ahead");
        }

        @Test
        void wants_a_subject() {
            issuer.change(claims -> claims.subject(null));

            assertNotIdentified("sub");
        }

        @Test
        void wants_the_issuers_signature() {
            issuer.signWithAnotherKey();

            assertNotIdentified("Invalid signature");
        }

        @Test
        void wants_a_signature_at_all() {
            issuer.signBy(Algorithm.NONE);

            assertNotIdentified("Signed ID token expected");
        }

        /// Signed with what everybody can read: the public key, taken for an HMAC's secret.
        @Test
        void wants_no_HMAC() {
            issuer.signBy(JWSAlgorithm.HS256);

            assertNotIdentified("Another algorithm expected");
        }

        @Test
        void takes_a_key_that_is_new_since_the_last_one() {
            assertThat(browser.signIn().status()).isEqualTo(303);
            assertThat(newsroom.browser().signIn().status()).isEqualTo(303);
            issuer.rotate();

            assertThat(browser.signIn().status()).isEqualTo(303);
        }

        @Test
        void is_a_503_where_the_keys_cannot_be_had() {
            issuer.hideKeys();

            assertRefused(503, "không trả lời", browser.signIn());
        }

        private void assertNotIdentified(String reason) {
            assertRefused(403, "không hợp lệ hoặc đã quá hạn", browser.signIn());
            assertThat(newsroom.log()).contains("a sign-in is refused").containsIgnoringCase(reason);
            assertThat(issuer.codesRedeemed()).isEqualTo(1);
        }
    }

    @Nested
    class The_provider {
        /// What a snapshot of the process keeps is from before the first request.
        @Test
        void is_looked_at_only_when_somebody_signs_in() {
            var site = newsroom.api(() -> {
                throw new AssertionError("nobody signs in yet");
            });

            assertThat(browser.at(site).get("/newsroom").status()).isEqualTo(303);
        }

        @Test
        void is_looked_at_once_in_ten_minutes() {
            for (var i = 0; i < 3; i++) {
                browser.signIn();
            }
            assertThat(List.of(issuer.metadataAsked(), issuer.keysAsked())).containsExactly(1, 1);

            newsroom.clock.advance(IdentityProvider.FRESH);
            browser.signIn();
            assertThat(issuer.metadataAsked()).isEqualTo(2);
        }

        @Test
        void is_the_old_one_while_it_does_not_answer() {
            browser.get(Browser.SIGN_IN);
            issuer.goDown();
            newsroom.clock.advance(IdentityProvider.FRESH);

            assertThat(browser.get(Browser.SIGN_IN).status()).isEqualTo(303);
        }

        @ParameterizedTest
        @CsvSource({
            "https://login.bao.example,                                    true",
            "http://localhost:8000,                                        true",
            "http://login.bao.example,                                     false",
            "https://login.bao.example?a=b,                                false",
            "ftp://login.bao.example,                                      false",
        })
        void has_a_safe_address(String issuer, boolean safe) {
            var json = "{\"issuer\":\"" + issuer + "\",\"clientId\":\"x\",\"rolesClaim\":\"groups\"}";
            if (safe) {
                assertThat(OidcSettings.parse(json).issuer()).isEqualTo(URI.create(issuer));
            } else {
                assertThatIllegalStateException()
                        .isThrownBy(() -> OidcSettings.parse(json))
                        .withMessageContaining("https");
            }
        }
    }

    @Test
    void A_HEAD_is_answered_as_a_GET_and_another_method_with_405() {
        assertThat(browser.send(HttpRequest.head("/newsroom")).status()).isEqualTo(303);
        assertThat(browser.send(HttpRequest.of("DELETE", "/newsroom/sign-out")).header("allow"))
                .hasValue("POST");
    }

    private void assertRefused(int status, String words, HttpResponse response) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).contains(words).contains("href=\"/newsroom/sign-in\"");
        assertNoSession(response);
    }

    private void assertNoSession(HttpResponse response) {
        assertThat(response.cookie("newsroom")).isEmpty();
        assertThat(newsroom.openSessions()).isZero();
    }

    /// The same with one bit of another one, in the middle.
    static String flipped(String seal) {
        var middle = seal.length() / 2;
        var other = seal.charAt(middle) == 'A' ? 'B' : 'A';
        return seal.substring(0, middle) + other + seal.substring(middle + 1);
    }

    /// What pages call a role.
    private static String word(Role role) {
        return Words.VIETNAMESE.name("role", role);
    }
}
