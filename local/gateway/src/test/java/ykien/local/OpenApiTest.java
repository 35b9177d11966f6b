package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.challenge.Challenge;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// /openapi.json against template.yaml and against real answers: what it says is so.
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORK = "/articles/{slug}/captcha/work";
    private static final String COMMENTS = "/articles/{slug}/comments";
    private static final String REPORT = COMMENTS + "/{id}/report";
    private static final String REPORTS = COMMENTS + "/{id}/reports";

    private final WholeSite site = new WholeSite();
    private final JsonNode description =
            read(site.send(HttpRequest.get("/openapi.json")).text());

    @BeforeEach
    void publish() {
        site.publish("mua-he", true);
        site.publish("da-dong", false);
        site.publishBare("ngan");
    }

    @Test
    void Its_operations_are_the_routes_of_the_template() {
        var operations = new TreeSet<String>();
        members(description.get("paths"))
                .forEach((path, item) -> item.fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        var routes = new TreeSet<>(WholeSite.TEMPLATE.routes().keySet());
        routes.removeIf(route -> route.startsWith("ANY ") || route.equals("$default") || isPageOfTheNewsroom(route));

        assertThat(operations).isEqualTo(routes);
    }

    /// For browsers alone: programs have `/newsroom/api/`.
    private static boolean isPageOfTheNewsroom(String route) {
        return route.matches("[A-Z]+ /newsroom(/(?!api/).*)?");
    }

    @Test
    void Each_part_of_a_path_is_described() {
        members(description.get("paths")).forEach((path, item) -> {
            var described = new HashSet<String>();
            var parameters = new ArrayList<JsonNode>();
            item.path("parameters").forEach(parameters::add);
            parameters.forEach(p -> described.add("{" + resolved(p).get("name").asText() + "}"));
            var parts = new HashSet<>(List.of(path.split("/", -1)));
            parts.removeIf(part -> !part.startsWith("{"));
            assertThat(described).as(path).isEqualTo(parts);
        });
    }

    @Nested
    class Real_answers_are_as_described {
        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/html"})
        void where_something_is_read(String type) {
            site.replyAndPick(site.comment("mua-he", "Góp ý"));
            var comment = site.comment("mua-he", "");

            assertDescribed("/", 200, get("/", type));
            assertDescribed("/categories/{category}", 200, get("/categories/doi-song", type));
            assertDescribed("/articles/{slug}", 200, get("/articles/mua-he", type));
            assertDescribed("/articles/{slug}", 200, get("/articles/ngan", type));
            assertDescribed("/articles/{slug}", 200, get("/articles/da-dong", type));
            assertDescribed(COMMENTS, 200, get("/articles/mua-he/comments", type));
            assertDescribed(COMMENTS, 200, get("/articles/ngan/comments", type));
            var report = "/articles/mua-he/comments/" + comment + "/report";
            assertDescribed(REPORT, 200, get(report, type));
            assertDescribed(REPORT, 200, get(report + "?at=" + WholeSite.START, type));
            assertDescribed("/articles/{slug}/captcha.png", 200, get("/articles/mua-he/captcha.png", type));
            var sound = "/articles/{slug}/captcha.wav";
            assertDescribed(sound, 200, get("/articles/mua-he/captcha.wav", type));
            assertDescribed(sound, 206, part("/articles/mua-he/captcha.wav", "bytes=0-1", type));
            assertDescribed(WORK, 204, get("/articles/mua-he/captcha/work", type));
            var other = soundOfAnotherForm();
            assertDescribed("/captcha/sound", 200, get(other, type));
            assertDescribed("/captcha/sound", 206, part(other, "bytes=0-1", type));
            assertDescribed("/photos/{photo}", 302, get("/photos/mua-he.0123456789abcdef.jpg", type));
            assertDescribed("/assets/{asset}", 200, get("/assets/site.0123456789ab.css", type));
            assertDescribed("/assets/{asset}", 200, get("/assets/form.0123456789ab.js", type));
            assertDescribed("/assets/{asset}", 200, get("/assets/icon.0123456789ab.svg", type));
            assertDescribed("/openapi.json", 200, get("/openapi.json", type));
        }

        @Test
        void where_lists_go_on() {
            for (var i = 0; i < 13; i++) {
                site.publish("bai-" + i, true);
            }
            for (var i = 0; i < 21; i++) {
                site.comment("mua-he", "Góp ý " + i);
            }

            assertThat(assertDescribed("/", 200, get("/", "application/json")).has("next"))
                    .isTrue();
            assertThat(assertDescribed(COMMENTS, 200, get("/articles/mua-he/comments", "application/json"))
                            .has("next"))
                    .isTrue();
        }

        @Test
        void where_the_client_has_it_already() {
            var tag = site.send(HttpRequest.get("/")).header("etag").orElseThrow();

            assertDescribed(
                    "/", 304, new Exchange("get", site.send(HttpRequest.get("/").header("If-None-Match", tag))));
        }

        @Test
        void where_a_comment_is_sent() {
            var fields = site.comment("mua-he");

            assertDescribed(COMMENTS, 201, post("/articles/mua-he/comments", json(fields)));
            assertDescribed(COMMENTS, 201, post("/articles/mua-he/comments", json(fields)));
            assertDescribed(
                    COMMENTS,
                    303,
                    new Exchange(
                            "post",
                            site.send(HttpRequest.post("/articles/mua-he/comments")
                                    .form(site.comment("mua-he")))));
        }

        @Test
        void where_a_comment_is_reported() {
            var target = "/articles/mua-he/comments/" + site.comment("mua-he", "Góp ý") + "/reports";
            var fields = site.report("mua-he");

            assertDescribed(REPORTS, 201, post(target, json(fields)));
            assertDescribed(REPORTS, 201, post(target, json(fields)));
            var form = HttpRequest.post(target).form(site.report("mua-he"));
            assertDescribed(REPORTS, 303, new Exchange("post", site.send(form)));
            var renewal = HttpRequest.post(target).form(Map.of("do", "renew"));
            assertDescribed(REPORTS, 200, new Exchange("post", site.send(renewal)));
        }

        @Test
        void where_a_program_of_the_newsrooms_reads_what_was_reported() {
            var comment = site.comment("mua-he", "Góp ý");
            var quiet = site.comment("mua-he", "");
            var report = site.report("mua-he");
            post("/articles/mua-he/comments/" + comment + "/reports", json(report));

            var one = "/newsroom/api/comments/{id}";
            var reported = assertDescribed(one, 200, newsroom("/newsroom/api/comments/" + comment))
                    .get("reported");
            assertThat(reported).hasSize(1);
            assertThat(reported.get(0).get("reason").asText()).isEqualTo(report.get("reason"));
            assertThat(reported.get(0).get("words").asText()).isEqualTo(report.get("words"));
            assertThat(assertDescribed(one, 200, newsroom("/newsroom/api/comments/" + quiet))
                            .get("reported"))
                    .isEmpty();
            var listed = assertDescribed("/newsroom/api/comments", 200, newsroom("/newsroom/api/comments"))
                    .get("comments");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).get("reports").asInt()).isEqualTo(1);
            assertThat(listed.get(0).has("reported")).isFalse();
        }

        private Exchange newsroom(String target) {
            var token = WholeSite.PEOPLE.accessToken(SamplePerson.MODERATOR);
            return new Exchange("get", site.ask(HttpRequest.get(target).header("Authorization", "Bearer " + token)));
        }

        @Test
        void where_a_back_end_asks() {
            assertDescribed("/captcha/answers", 200, new Exchange("post", site.ask(site.question("contact"))));
            assertDescribed("/captcha/answers", 403, post("/captcha/answers", "{}"));
        }

        @Test
        void where_work_is_asked_for_under_attack() {
            site.attack();
            var token = site.token("mua-he");
            assertDescribed(WORK, 200, get("/articles/mua-he/captcha/work?token=" + token, "text/html"));
            var fields = new LinkedHashMap<>(site.comment("mua-he"));
            fields.put("work", "khong-phai");
            assertDescribed(COMMENTS, 201, post("/articles/mua-he/comments", json(fields)));
        }

        @Test
        void where_altchas_widget_asks() {
            var challenge = get("/captcha/altcha?form=contact", "application/json");
            assertDescribed("/captcha/altcha", 200, challenge);
            assertDescribed("/captcha/altcha", 200, get("/captcha/altcha?article=mua-he", "text/html"));
            var verified = post("/captcha/altcha/verify", "{\"payload\":\"x\",\"code\":\"y\"}");
            assertDescribed("/captcha/altcha/verify", 200, verified);
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/html"})
        void where_a_request_is_refused(String type) {
            refusals(type).forEach(refusal -> assertDescribed(refusal.path(), refusal.status(), refusal.exchange()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/html"})
        void where_a_request_does_not_come_by_the_edge(String type) {
            members(description.get("paths"))
                    .forEach((path, item) -> item.fieldNames().forEachRemaining(method -> {
                        if (!method.equals("parameters")) {
                            assertDescribed(path, 403, pastTheEdge(method, path, type));
                        }
                    }));
        }

        @Test
        void where_a_method_is_refused() {
            description.get("paths").fieldNames().forEachRemaining(path -> {
                var response = site.ask(HttpRequest.of("DELETE", target(path)));
                var method = description.at("/paths").get(path).has("get") ? "get" : "post";
                var problem = assertDescribed(path, 405, new Exchange(method, response));
                assertThat(problem.get("type").asText()).isEqualTo("urn:ykien:problem:wrong-method");
                assertThat(response.header("allow")).isPresent();
            });
        }

        @Test
        void where_something_is_broken_inside() {
            assertDescribed("/", 500, broken());
        }
    }

    /// Each is told once at least, and no other ever.
    @Test
    void Its_problems_are_those_that_there_are() {
        var told = new TreeSet<String>();
        refusals("application/json").forEach(refusal -> told.add(type(refusal.exchange())));
        told.add(type(broken()));
        told.add(type(pastTheEdge("get", "/", "application/json")));
        told.add(type(new Exchange("get", site.ask(HttpRequest.of("DELETE", "/")))));
        told.add(type(new Exchange("get", site.ask(HttpRequest.get("/khong-co")))));

        var listed = new TreeSet<String>();
        description.at("/components/schemas/Problem/properties/type/enum").forEach(type -> listed.add(type.asText()));
        assertThat(told).isEqualTo(listed);
    }

    @Nested
    class Its_examples {
        @Test
        void fit_their_own_schemas() {
            var seen = new ArrayList<String>();
            members(description.get("paths"))
                    .forEach((path, item) -> item.forEach(operation -> {
                        var contents = new ArrayList<JsonNode>();
                        contents.add(operation.path("requestBody").path("content"));
                        operation
                                .path("responses")
                                .forEach(r -> contents.add(resolved(r).path("content")));
                        for (var content : contents) {
                            content.forEach(media -> members(media.path("examples"))
                                    .forEach((name, example) -> {
                                        seen.add(name);
                                        assertFits(example.get("value"), media.get("schema"));
                                    }));
                        }
                    }));
            assertThat(seen)
                    .contains(
                            "comment",
                            "shortest",
                            "report",
                            "reportForm",
                            "form",
                            "renewal",
                            "challenge",
                            "otherForm",
                            "answer",
                            "faults");
        }

        @Test
        void of_comments_are_taken() {
            for (var name : List.of("comment", "shortest")) {
                var response = site.send(HttpRequest.post("/articles/mua-he/comments")
                        .json(json(answered(example("application/json", name)))));
                assertThat(response.status()).as(name).isEqualTo(201);
            }
        }

        @Test
        void of_forms_are_taken() {
            var form = answered(example("application/x-www-form-urlencoded", "form"));
            assertThat(site.send(HttpRequest.post("/articles/mua-he/comments").form(form))
                            .status())
                    .isEqualTo(303);
            var renewal = example("application/x-www-form-urlencoded", "renewal");
            assertDescribed(
                    COMMENTS,
                    200,
                    new Exchange(
                            "post",
                            site.send(HttpRequest.post("/articles/mua-he/comments")
                                    .form(renewal))));
        }

        @Test
        void of_reports_are_taken() {
            var target = "/articles/mua-he/comments/" + site.comment("mua-he", "Góp ý") + "/reports";
            var report = answered(example(REPORTS, "application/json", "report"));
            assertThat(site.send(HttpRequest.post(target).json(json(report))).status())
                    .isEqualTo(201);
            var form = answered(example(REPORTS, "application/x-www-form-urlencoded", "reportForm"));
            assertThat(site.send(HttpRequest.post(target).form(form)).status()).isEqualTo(303);
        }

        @Test
        void of_challenges_are_taken() {
            var examples = description
                    .at("/paths/~1captcha/post/requestBody/content")
                    .get("application/json")
                    .get("examples");
            examples.forEach(example -> assertDescribed(
                    "/captcha", 200, post("/captcha", example.get("value").toString())));
        }

        private Map<String, String> example(String type, String name) {
            return example(COMMENTS, type, name);
        }

        private Map<String, String> example(String path, String type, String name) {
            var value = description
                    .get("paths")
                    .get(path)
                    .at("/post/requestBody/content")
                    .get(type)
                    .get("examples")
                    .get(name)
                    .get("value");
            var fields = new TreeMap<String, String>();
            members(value).forEach((field, text) -> fields.put(field, text.asText()));
            return fields;
        }

        /// Under a challenge of today, whose picture somebody has read.
        private Map<String, String> answered(Map<String, String> example) {
            var fields = new HashMap<>(example);
            var today = site.comment("mua-he");
            fields.putAll(Map.of("token", today.getOrDefault("token", ""), "answer", today.getOrDefault("answer", "")));
            return fields;
        }
    }

    /// A request that was sent and its answer.
    ///
    /// @param method the operation in whose description the answer must stand
    private record Exchange(String method, HttpResponse response) {}

    private record Refused(String path, int status, Exchange exchange) {}

    /// Every way to be refused but those of a wrong method and a fault inside.
    private List<Refused> refusals(String type) {
        var refused = new ArrayList<Refused>();
        refused.add(new Refused("/", 400, get("/?after=x", type)));
        refused.add(new Refused("/categories/{category}", 400, get("/categories/doi-song?after=x", type)));
        refused.add(new Refused("/categories/{category}", 404, get("/categories/khong-co", type)));
        refused.add(new Refused("/articles/{slug}", 400, get("/articles/mua-he?sent=%FF", type)));
        refused.add(new Refused("/articles/{slug}", 404, get("/articles/khong-co", type)));
        refused.add(new Refused(COMMENTS, 400, get("/articles/mua-he/comments?after=x", type)));
        refused.add(new Refused(COMMENTS, 404, get("/articles/khong-co/comments", type)));
        refused.add(new Refused("/photos/{photo}", 404, get("/photos/x", type)));
        refused.add(new Refused("/assets/{asset}", 404, get("/assets/x", type)));
        var picture = "/articles/{slug}/captcha.png";
        refused.add(new Refused(picture, 404, get("/articles/mua-he/captcha.png?token=x", type)));
        refused.add(new Refused(picture, 400, get("/articles/mua-he/captcha.png?token=%FF", type)));
        var sound = "/articles/{slug}/captcha.wav";
        refused.add(new Refused(sound, 404, get("/articles/mua-he/captcha.wav?token=x", type)));
        refused.add(new Refused(sound, 400, get("/articles/mua-he/captcha.wav?token=%FF", type)));
        refused.add(new Refused(sound, 416, part("/articles/mua-he/captcha.wav", "bytes=99999-", type)));
        refused.add(new Refused(WORK, 404, get("/articles/mua-he/captcha/work?token=x", type)));
        refused.add(new Refused(WORK, 400, get("/articles/mua-he/captcha/work?token=%FF", type)));
        refused.add(new Refused("/captcha/sound", 404, get("/captcha/sound?form=contact&token=x", type)));
        refused.add(new Refused("/captcha/sound", 400, get("/captcha/sound?form=%FF", type)));
        refused.add(new Refused("/captcha/sound", 416, part(soundOfAnotherForm(), "bytes=99999-", type)));
        refused.add(
                new Refused("/captcha", 400, send(HttpRequest.post("/captcha").json("{}"), type)));
        for (var path : List.of("/captcha", "/captcha/altcha/verify")) {
            var fromElsewhere = HttpRequest.post(path).header("Sec-Fetch-Site", "cross-site");
            refused.add(new Refused(path, 403, send(fromElsewhere, type)));
        }
        refused.add(
                new Refused("/captcha", 415, send(HttpRequest.post("/captcha").body("text/plain", "x"), type)));
        refused.add(new Refused(
                "/captcha", 413, send(HttpRequest.post("/captcha").json(" ".repeat(70_000)), type)));
        refused.add(new Refused("/captcha/altcha", 400, get("/captcha/altcha", type)));
        for (var refusal : Map.of(400, "{", 413, " ".repeat(70_000)).entrySet()) {
            var verification = HttpRequest.post("/captcha/altcha/verify").json(refusal.getValue());
            refused.add(new Refused("/captcha/altcha/verify", refusal.getKey(), send(verification, type)));
        }
        var form = HttpRequest.post("/captcha/altcha/verify").form(Map.of("code", "x"));
        refused.add(new Refused("/captcha/altcha/verify", 415, send(form, type)));
        refused.addAll(refusedQuestions(type));
        refused.addAll(refusedComments(type));
        refused.addAll(refusedReports(type));
        refused.addAll(refusedForTooMany(type));
        return refused;
    }

    private List<Refused> refusedQuestions(String type) {
        var refused = new ArrayList<Refused>();
        var question = site.question("contact");
        site.ask(question);
        refused.add(question(422, question, type));
        var late = site.question("contact");
        site.wait(Challenge.LIFETIME);
        refused.add(question(422, late, type));
        var signed = WholeSite.signed(HttpRequest.post("/captcha/answers"));
        refused.add(question(422, signed.json("{\"token\":\"x\",\"answer\":\"x\",\"form\":\"contact\"}"), type));
        refused.add(question(400, signed.json("{}"), type));
        refused.add(question(413, signed.json(" ".repeat(70_000)), type));
        refused.add(question(415, signed.body("text/plain", "x"), type));
        return refused;
    }

    private Refused question(int status, HttpRequest request, String type) {
        return new Refused("/captcha/answers", status, send(request, type));
    }

    private List<Refused> refusedComments(String type) {
        var refused = new ArrayList<Refused>();
        refused.add(comment(400, HttpRequest.post("/articles/mua-he/comments").json("{"), type));
        refused.add(comment(
                403, HttpRequest.post("/articles/mua-he/comments").header("Sec-Fetch-Site", "cross-site"), type));
        refused.add(comment(404, HttpRequest.post("/articles/khong-co/comments").json("{}"), type));
        refused.add(comment(409, HttpRequest.post("/articles/da-dong/comments").json("{}"), type));
        refused.add(comment(413, HttpRequest.post("/articles/mua-he/comments").json(" ".repeat(70_000)), type));
        refused.add(comment(415, HttpRequest.post("/articles/mua-he/comments").body("text/plain", "x"), type));
        refused.add(comment(422, HttpRequest.post("/articles/mua-he/comments").json("{}"), type));
        refused.add(comment(422, json("mua-he", changed("token", "")), type));
        refused.add(comment(422, json("mua-he", changed("answer", "22222")), type));
        var spent = site.comment("mua-he");
        site.ask(json("mua-he", spent));
        spent.put("content", "Khác hẳn.");
        refused.add(comment(422, json("mua-he", spent), type));
        var late = site.comment("mua-he");
        site.wait(Challenge.LIFETIME);
        refused.add(comment(422, json("mua-he", late), type));
        var early = site.comment("mua-he");
        early.put("token", site.token("mua-he"));
        refused.add(comment(422, json("mua-he", early), type));
        return refused;
    }

    private List<Refused> refusedReports(String type) {
        var refused = new ArrayList<Refused>();
        var comment = site.comment("mua-he", "Góp ý");
        var form = "/articles/mua-he/comments/" + comment + "/report";
        refused.add(new Refused(REPORT, 400, get(form + "?at=%FF", type)));
        refused.add(new Refused(REPORT, 404, get(form + "?at=x", type)));
        refused.add(new Refused(REPORT, 404, get("/articles/mua-he/comments/x/report", type)));
        var reports = HttpRequest.post(form + "s");
        refused.add(report(400, reports.json("{"), type));
        refused.add(report(403, reports.header("Sec-Fetch-Site", "cross-site"), type));
        refused.add(report(413, reports.json(" ".repeat(70_000)), type));
        refused.add(report(415, reports.body("text/plain", "x"), type));
        refused.add(report(422, reports.json("{}"), type));
        refused.add(report(422, reports.json("{\"reason\":\"other\",\"answer\":\"x\"}"), type));
        var wrong = site.report("mua-he");
        wrong.put("answer", "22222");
        refused.add(report(422, reports.json(json(wrong)), type));
        var unknown = HttpRequest.post("/articles/ngan/comments/" + comment + "/reports");
        refused.add(report(404, unknown.json(json(site.report("ngan"))), type));
        return refused;
    }

    private Refused report(int status, HttpRequest request, String type) {
        return new Refused(REPORTS, status, send(request, type));
    }

    private List<Refused> refusedForTooMany(String type) {
        var refused = new ArrayList<Refused>();
        var verification = new SolvedAltcha(site);
        site.ask(verification.request());
        site.ask(HttpRequest.get("/articles/mua-he/captcha.wav"));
        var comment = json("mua-he", site.comment("mua-he"));
        site.flood(201);
        refused.add(comment(422, comment, type));
        site.flood(2_000);
        refused.add(comment(429, comment, type));
        refused.add(new Refused("/articles/{slug}/captcha.wav", 429, get("/articles/mua-he/captcha.wav", type)));
        refused.add(new Refused("/captcha/sound", 429, get(soundOfAnotherForm(), type)));
        var another = new SolvedAltcha(site);
        refused.add(new Refused("/captcha/altcha/verify", 429, send(another.request(), type)));
        return refused;
    }

    private Map<String, String> changed(String field, String value) {
        var fields = site.comment("mua-he");
        fields.put(field, value);
        return fields;
    }

    private Refused comment(int status, HttpRequest request, String type) {
        return new Refused(COMMENTS, status, send(request, type));
    }

    private static HttpRequest json(String article, Map<String, String> fields) {
        return HttpRequest.post("/articles/" + article + "/comments").json(json(fields));
    }

    private Exchange send(HttpRequest request, String type) {
        return new Exchange("post", site.send(request.header("Accept", type)));
    }

    private Exchange get(String target, String type) {
        return new Exchange("get", site.send(HttpRequest.get(target).header("Accept", type)));
    }

    private Exchange part(String target, String range, String type) {
        return new Exchange(
                "get", site.send(HttpRequest.get(target).header("Accept", type).header("Range", range)));
    }

    private String soundOfAnotherForm() {
        return String.valueOf(
                ((Map<?, ?>) site.send(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"))
                                .json())
                        .get("sound"));
    }

    private Exchange post(String target, String json) {
        return new Exchange("post", site.ask(HttpRequest.post(target).json(json)));
    }

    /// To a site that is open by its CDN alone.
    private Exchange pastTheEdge(String method, String path, String type) {
        var request = HttpRequest.of(method.toUpperCase(Locale.ROOT), target(path));
        return new Exchange(
                method, site.behindTheEdge().send(WholeSite.signed(request).header("Accept", type)));
    }

    private static String target(String path) {
        return path.replace("{slug}", "mua-he")
                .replace("{category}", "doi-song")
                .replaceAll("[{].*[}]", "x");
    }

    /// A site whose tables can't be reached.
    private static Exchange broken() {
        var nowhere = DynamoDbClient.builder()
                .endpointOverride(URI.create("http://localhost:1"))
                .region(Region.AP_SOUTHEAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
        var api = WholeSite.over(nowhere, Clock.systemUTC());
        return new Exchange("get", api.send(HttpRequest.get("/").header("Accept", "application/json")));
    }

    private static String type(Exchange exchange) {
        return read(exchange.response().text()).path("type").asText();
    }

    /// @return the answer's JSON; nothing for a page, a picture or a sound
    private JsonNode assertDescribed(String path, int status, Exchange exchange) {
        var response = exchange.response();
        assertThat(response.status()).as(path + " " + response.text()).isEqualTo(status);
        var described = resolved(description
                .get("paths")
                .get(path)
                .get(exchange.method())
                .get("responses")
                .path(Integer.toString(status)));
        assertThat(described.isMissingNode())
                .as(path + " describes no " + status)
                .isFalse();
        members(described.path("headers")).forEach((name, header) -> {
            if (resolved(header).path("required").asBoolean()) {
                assertThat(response.header(name)).as(name).isPresent();
            }
        });
        if (response.body().length == 0) {
            assertThat(described.has("content")).as(path + " has no body").isFalse();
            return JSON.nullNode();
        }
        var type = response.header("content-type").orElseThrow().split(";", 2)[0];
        var media = described.path("content").path(type);
        assertThat(media.isMissingNode()).as(path + " describes no " + type).isFalse();
        if (!type.endsWith("json")) {
            return JSON.nullNode();
        }
        var body = read(response.text());
        assertFits(body, media.get("schema"));
        return body;
    }

    /// In the order of the file; none of what is no object.
    private static Map<String, JsonNode> members(JsonNode object) {
        var members = new LinkedHashMap<String, JsonNode>();
        object.fieldNames().forEachRemaining(name -> members.put(name, object.get(name)));
        return members;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    /// As OpenAPI 3.1 reads it: JSON Schema 2020-12, its references into the components.
    private void assertFits(JsonNode value, JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", description.get("components"));
        whole.putArray("allOf").add(schema);
        var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        assertThat(validator.validate(value)).as(value.toString()).isEmpty();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
