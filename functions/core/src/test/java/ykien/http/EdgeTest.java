package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.Template;
import ykien.metric.Meter;

class EdgeTest {
    private static final String SECRET = "e".repeat(48);
    private static final String NEXT = "n".repeat(48);

    /// The edge's own address, and a reader's behind it.
    private static final String EDGE = "198.51.100.250";

    private static final String READER = "203.0.113.7";

    @Nested
    class The_clients_address {
        @Test
        void is_that_which_the_request_came_from() {
            assertThat(seen("no", request())).isEqualTo(EDGE);
        }

        @Test
        void is_what_the_edge_says_where_it_proves_itself() {
            assertThat(seen("no", proven(SECRET).header("X-Forwarded-For", READER)))
                    .isEqualTo(READER);
            assertThat(seen("no", proven(NEXT).header("X-Forwarded-For", READER)))
                    .isEqualTo(READER);
        }

        /// While the secret is being changed: an edge that has both, before a function that has one of them.
        @Test
        void is_what_the_edge_says_where_one_of_the_secrets_that_it_shows_is_right() {
            for (var shown : new String[] {SECRET + " " + "o".repeat(48), "o".repeat(48) + " " + NEXT}) {
                assertThat(seen("no", proven(shown).header("X-Forwarded-For", READER)))
                        .isEqualTo(READER);
            }
        }

        /// Whoever writes the header himself has what he wrote stand before what the edge appends.
        @Test
        void is_none_that_a_client_has_written_before_the_edges() {
            assertThat(seen("no", proven(SECRET).header("X-Forwarded-For", "192.0.2.66, " + READER)))
                    .isEqualTo(READER);
            assertThat(seen(
                            "no",
                            proven(SECRET)
                                    .header("X-Forwarded-For", "192.0.2.66")
                                    .header("X-Forwarded-For", READER)))
                    .isEqualTo(READER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
                    "{{resolve:secretsmanager:E}}",
                    "eeeeeeeeeeeeeeeeeeeeeeee eeeeeeeeeeeeeeeeeeeeeeee",
                    "đ"
                })
        void is_none_that_is_forwarded_where_nobody_proves_himself(String secret) {
            assertThat(seen("no", proven(secret).header("X-Forwarded-For", READER)))
                    .isEqualTo(EDGE);
        }

        @Test
        void is_the_edges_own_where_it_forwards_none() {
            assertThat(seen("no", proven(SECRET))).isEqualTo(EDGE);
        }
    }

    @Nested
    class Where_the_edge_is_the_only_way {
        @Test
        void a_request_by_it_is_answered() {
            assertThat(api(SECRET, "yes").send(proven(SECRET)).status()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "/articles/mua-he", "/articles/mua-he/captcha.png", "/khong-co"})
        void any_other_is_refused_at_whatever_path(String path) {
            var answer = api(SECRET, "yes").send(HttpRequest.get(path).from(EDGE));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text())
                    .contains("not-by-the-edge", "địa chỉ chính thức")
                    .doesNotContain(SECRET);
        }

        @Test
        void all_are_refused_while_nothing_resolved_the_secret() {
            assertThat(api("{{resolve:secretsmanager:EdgeSecret:SecretString:::}}", "yes")
                            .send(proven("{{resolve:secretsmanager:EdgeSecret:SecretString:::}}"))
                            .status())
                    .isEqualTo(403);
            assertThat(api("", "yes").send(proven("")).status()).isEqualTo(403);
        }
    }

    @Test
    void A_setting_that_makes_no_sense_is_said_at_the_start() {
        assertThatThrownBy(() -> Edge.of(SECRET, "true")).hasMessageContaining("EDGE_ONLY is yes or no");
        assertThat(Edge.of(SECRET, "yes")).hasToString("Edge[hidden]");
    }

    private static HttpRequest request() {
        return HttpRequest.get("/").from(EDGE);
    }

    private static HttpRequest proven(String secret) {
        return request().header("X-Ykien-Edge", secret);
    }

    /// The address that an action sees.
    private static String seen(String only, HttpRequest request) {
        return api(SECRET + " " + NEXT, only).send(request).text();
    }

    private static HttpApi api(String secrets, String only) {
        var function = new HttpFunction(
                Routes.of(Map.of("GET /", request -> Response.ok("text/plain", Body.of(request.address()))), Set.of()),
                Json::problem,
                SecurityHeaders.of(Site.of("Báo Mẫu", ""), ""),
                Edge.of(secrets, only),
                new Meter("articles"));
        var api = HttpApi.of(Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));
        return api.with("ArticlesFunction", function::serve)
                .with("CommentsFunction", function::serve)
                .with("CaptchaFunction", function::serve);
    }
}
