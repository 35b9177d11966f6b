package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The identity provider of this machine, over HTTP: as strict as a real one, so that what works here works there.
class SamplePeopleTest {
    private static final String SITE = "http://localhost:8080";
    private static final String VERIFIER = "v".repeat(43);

    /// Its SHA-256 in base64url (RFC 7636, section 4.2).
    private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";

    private static final String REQUEST = "response_type=code&scope=openid&client_id=ykien-local&state=s&nonce=n"
            + "&redirect_uri=" + SITE + "/newsroom/signed-in&code_challenge_method=S256&code_challenge=" + CHALLENGE;

    private final HttpClient client = HttpClient.newHttpClient();
    private final SamplePeopleServer server = started();

    private static SamplePeopleServer started() {
        try {
            return SamplePeopleServer.before(URI.create(SITE));
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(SamplePerson.class)
    void Its_page_has_a_button_for_each_person(SamplePerson person) throws Exception {
        assertThat(get("/authorize?" + REQUEST).body())
                .contains("value=\"" + person.role.group() + "\">" + person.displayName);
    }

    @ParameterizedTest
    @CsvSource({
        "client_id=ykien-local,         client_id=another",
        "localhost:8080,                evil.example",
        "newsroom/signed-in,            newsroom",
        "code_challenge_method=S256,    code_challenge_method=plain",
        "response_type=code,            response_type=none",
    })
    void It_asks_nobody_on_behalf_of_somebody_else(String right, String wrong) throws Exception {
        assertThat(get("/authorize?" + REQUEST.replace(right, wrong)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void It_gives_tokens_for_a_code_once() throws Exception {
        var grant = grant(code(), VERIFIER, "/newsroom/signed-in");

        assertThat(post("/token", grant).body()).contains("\"id_token\"", "\"access_token\"");
        assertThat(post("/token", grant).statusCode()).isEqualTo(400);
    }

    @Test
    void It_gives_none_to_whoever_did_not_ask_for_the_code() throws Exception {
        assertThat(post("/token", grant(code(), "w".repeat(43), "/newsroom/signed-in"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/token", grant(code(), VERIFIER, "/elsewhere")).statusCode())
                .isEqualTo(400);
        assertThat(post("/token", grant("made-up", VERIFIER, "/newsroom/signed-in"))
                        .body())
                .contains("invalid_grant");
    }

    @Test
    void It_gives_programs_a_token_for_a_persons_name() throws Exception {
        assertThat(post("/token", "grant_type=password&username=editor&password=x&client_id=ykien-local")
                        .body())
                .contains("\"access_token\"");
        assertThat(post("/token", "grant_type=password&username=nobody&password=x&client_id=ykien-local")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void It_sends_people_back_to_the_newsroom_and_nowhere_else() throws Exception {
        assertThat(get("/end?post_logout_redirect_uri=" + SITE + "/newsroom")
                        .headers()
                        .firstValue("location"))
                .hasValue(SITE + "/newsroom");
        assertThat(get("/end?post_logout_redirect_uri=https://evil.example")
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/ended"));
    }

    private String code() throws Exception {
        var location = post("/authorize?" + REQUEST, "person=editor")
                .headers()
                .firstValue("location")
                .orElseThrow();
        return Pattern.compile("[?&]code=([^&]+)")
                .matcher(location)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String grant(String code, String verifier, String callback) {
        return "grant_type=authorization_code&client_id=ykien-local&code=" + code + "&code_verifier=" + verifier
                + "&redirect_uri=" + URLEncoder.encode(SITE + callback, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String target) throws Exception {
        return client.send(request(target).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String target, String form) throws Exception {
        return client.send(
                request(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(server.people().settings().issuer() + target));
    }
}
