package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ykien.challenge.Challenge;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.cloud.Json;
import ykien.cloud.Template;
import ykien.metric.Meter;
import ykien.metric.Metric;
import ykien.moderation.QueueAge;
import ykien.newsroom.QueueWatchFunction;
import ykien.settings.DynamoDbConnection;

/// What operators are shown, against what the functions write: a graph of a number that nobody writes is empty, and so
/// looks well.
class WatchingTest {
    private static final String FORM = "/articles/mua-he/comments";
    private static final Map<String, Object> RESOURCES = WholeSite.TEMPLATE.resources();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    /// A number of a function's.
    private record Shown(String function, String metric) implements Comparable<Shown> {
        @Override
        public int compareTo(Shown other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return function + " " + metric;
        }
    }

    @Nested
    @Timeout(300)
    class The_numbers_of_the_dashboard_and_the_alarms {
        private final WholeSite site = logging(WholeSite::new);

        /// Both ways: nor is anything written, and paid for, that nobody is shown.
        @Test
        void are_those_that_requests_write() throws IOException {
            site.publish("mua-he", true);
            site.publish("mua-dong", false);
            readersReadAndAreRefused();
            readersComment();
            otherFormsAsk();
            theNewsroomDecides();
            sourcesFlood();
            dynamoDbIsInTrouble();

            assertThat(written()).containsExactlyElementsOf(shown());
        }

        private void readersReadAndAreRefused() {
            is(200, site.send(HttpRequest.get("/articles/mua-he")));
            is(404, site.send(HttpRequest.get("/articles/khong-co")));
            is(405, site.send(HttpRequest.of("PUT", "/")));
            var edge = logging(site::behindTheEdge);
            is(403, edge.send(HttpRequest.get("/")));
        }

        private void readersComment() {
            var right = site.comment("mua-he");
            is(201, send(right));
            is(201, send(right)); // again
            is(422, send(with(right, "content", "Bài khác."))); // under a spent challenge
            is(422, send(with(site.comment("mua-he"), "answer", "22222")));
            is(422, send(with(site.comment("mua-he"), "email", "")));
            var early = with(right, "token", site.token("mua-he"));
            is(422, send(with(early, "content", "Bài quá nhanh.")));
            var late = site.comment("mua-he");
            site.wait(Challenge.LIFETIME);
            is(422, send(with(late, "content", "Bài quá muộn.")));
            is(409, site.ask(HttpRequest.post("/articles/mua-dong/comments").form(right)));
            is(404, site.ask(HttpRequest.post("/articles/khong-co/comments").form(right)));
            is(415, site.ask(HttpRequest.post(FORM).body("text/plain", "Hay.")));
            is(403, site.ask(HttpRequest.post(FORM).form(right).header("Origin", "https://other.example")));
        }

        private void otherFormsAsk() {
            var question = site.question("contact");
            is(200, site.send(question));
            is(422, site.send(site.question("contact", "22222")));
            is(422, site.send(spent(question)));
            is(422, site.send(early()));
            var late = site.question("contact");
            site.wait(Challenge.LIFETIME);
            is(422, site.send(late));
            is(404, site.send(HttpRequest.get("/articles/mua-he/captcha.png?token=khong-co")));
            is(400, site.send(HttpRequest.post("/captcha").json("[]")));
            is(403, site.send(HttpRequest.post("/captcha").json("{}").header("Origin", "https://other.example")));
        }

        /// The same token, for something else.
        private HttpRequest spent(HttpRequest question) {
            var body = new String(question.body(), UTF_8).replace("}", ",\"content\":\"khác\"}");
            return WholeSite.signed(HttpRequest.post("/captcha/answers")).json(body);
        }

        private HttpRequest early() {
            var issued = site.ask(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"));
            var token = String.valueOf(((Map<?, ?>) issued.json()).get("token"));
            return WholeSite.signed(HttpRequest.post("/captcha/answers"))
                    .json("{\"token\":\"" + token + "\",\"answer\":\"22222\",\"form\":\"contact\"}");
        }

        private void theNewsroomDecides() {
            var one = site.waitingComment("mua-he", "Một").value();
            var two = site.waitingComment("mua-he", "Hai").value();
            var three = site.waitingComment("mua-he", "Ba").value();
            var browser = site.newsroom();
            browser.signIn("moderator");
            is(303, browser.post("/newsroom/decisions", Map.of("comment", one + ".0", "decision", "approve")));
            is(303, decide(browser, one, 1, Map.of("decision", "undo")));
            is(303, decide(browser, two, 0, Map.of("decision", "refuse", "reason", "", "note", "Vì thế.")));
            is(303, decide(browser, three, 0, Map.of("decision", "spam")));
            is(409, decide(browser, three, 0, Map.of("decision", "approve")));
            is(422, decide(browser, one, 2, Map.of("decision", "refuse")));
            is(404, browser.get("/newsroom/comments/" + "0".repeat(32)));
            is(403, browser.get("/newsroom/log"));
            is(405, browser.send(HttpRequest.of("PUT", "/newsroom")));
            is(503, logging(site::withoutProvider).send(HttpRequest.get("/newsroom/sign-in")));
        }

        private HttpResponse decide(NewsroomBrowser browser, String id, int version, Map<String, String> fields) {
            var all = new HashMap<>(fields);
            all.put("version", Integer.toString(version));
            return browser.post("/newsroom/comments/" + id + "/decisions", all);
        }

        private void sourcesFlood() {
            var altcha = new SolvedAltcha(site);
            is(200, site.send(HttpRequest.get("/articles/mua-he/captcha.wav")));
            is(200, site.ask(altcha.request()));
            var weak = site.comment("mua-he");
            var another = new SolvedAltcha(site);
            site.flood(300);
            is(200, site.ask(another.request())); // which the widget is told as such
            is(422, send(with(weak, "content", "Bài nhiều quá.")));
            site.flood(100_000);
            is(429, site.send(HttpRequest.get("/articles/mua-he/captcha.wav")));
            is(429, send(with(weak, "content", "Bài nhiều quá.")));
        }

        private void dynamoDbIsInTrouble() throws IOException {
            try (var troubled = new TroubledDynamoDb(WholeSite.dynamoDbEndpoint())) {
                var api = logging(() -> site.over(meter -> DynamoDbConnection.client(troubled.endpoint(), meter)));
                var comment = with(site.comment("mua-he"), "content", "Bài ngày xấu.");
                var question = site.question("contact");
                var browser = new NewsroomBrowser(api, WholeSite.PEOPLE);
                is(200, api.send(HttpRequest.get("/")));
                is(429, api.send(HttpRequest.post(FORM).form(comment).header("Accept", "application/json")));
                is(200, api.send(question));
                is(303, browser.signIn("chief"));
                is(200, browser.get("/newsroom"));
                lookAtTheQueue(troubled);
                troubled.goDown();
                is(500, api.send(HttpRequest.get("/")));
                is(500, api.send(HttpRequest.post(FORM).form(comment).header("Accept", "application/json")));
                is(500, api.send(site.question("contact")));
                is(500, browser.get("/newsroom"));
            }
        }

        private void lookAtTheQueue(TroubledDynamoDb troubled) throws IOException {
            var meter = new Meter("QueueWatchFunction");
            try (var client = DynamoDbConnection.client(troubled.endpoint(), meter)) {
                var watch = new QueueWatchFunction(
                        QueueAge.in(client, "CommentsTable"),
                        () -> WholeSite.START,
                        meter,
                        new PrintStream(log, true, UTF_8));
                watch.handleRequest(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        LambdaContext.of(WholeSite.TEMPLATE.function("QueueWatchFunction")));
            }
        }

        private HttpResponse send(Map<String, String> fields) {
            return site.ask(HttpRequest.post(FORM).form(fields));
        }

        private static Map<String, String> with(Map<String, String> fields, String name, String value) {
            var other = new HashMap<>(fields);
            other.put(name, value);
            return other;
        }

        private static void is(int status, HttpResponse response) {
            assertThat(response.status()).as(response.text()).isEqualTo(status);
        }
    }

    /// How often, not only that.
    @Nested
    class A_comment {
        private final WholeSite site = logging(WholeSite::new);

        @Test
        void is_counted_once_and_as_a_repeat_from_then_on() {
            site.publish("mua-he", true);
            var comment = site.comment("mua-he");
            for (var i = 0; i < 3; i++) {
                site.ask(HttpRequest.post(FORM).form(comment));
            }

            assertThat(sums("Comments", "Captcha"))
                    .isEqualTo(Map.of("CommentsWaiting", 1, "CaptchaRight", 1, "CommentsRepeated", 2));
        }

        @Test
        void is_counted_when_it_is_decided_about_in_a_list() {
            var comments = waiting(3);
            var browser = site.newsroom();
            browser.signIn("moderator");
            browser.post("/newsroom/decisions", Map.of("comment", comments.getFirst() + ".0", "decision", "approve"));
            // the first is decided already, and the second never had that version
            var all = HttpRequest.post("/newsroom/decisions")
                    .form("comment=" + comments.get(0) + ".0&comment=" + comments.get(1) + ".7&comment="
                            + comments.get(2) + ".0&decision=spam&" + browser.formField());
            assertThat(browser.send(all).status()).isEqualTo(409);

            assertThat(sums("Comments")).isEqualTo(Map.of("CommentsApproved", 1, "CommentsSpam", 1));
        }

        @Test
        void is_counted_when_a_program_decides() {
            var id = waiting(1).getFirst();
            var request = HttpRequest.post("/newsroom/api/comments/" + id + "/decisions")
                    .json("{\"version\":0,\"decision\":\"approve\"}");
            var person = SamplePerson.of("moderator").orElseThrow();
            var response = site.ask(request.header("Authorization", "Bearer " + WholeSite.PEOPLE.accessToken(person)));

            assertThat(response.status()).as(response.text()).isEqualTo(200);
            assertThat(sums("Comments")).isEqualTo(Map.of("CommentsApproved", 1));
        }

        private List<String> waiting(int count) {
            site.publish("mua-he", true);
            return IntStream.range(0, count)
                    .mapToObj(i -> site.waitingComment("mua-he", "Góp ý " + i).value())
                    .toList();
        }
    }

    @Test
    void Every_number_there_is_is_shown() {
        assertThat(shown().stream().map(Shown::metric).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::word).toList());
    }

    @Test
    void Every_number_there_is_has_its_words_for_operators_and_nothing_else_has() {
        assertThat(rows("Dashboard", "^\\| `([A-Z][A-Za-z]+)` \\|"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::word).toList());
    }

    /// They are paid for by the number.
    @Test
    void Operators_are_told_how_many_numbers_there_are() {
        assertThat(rows("Dashboard", "^\\| \\*\\*(\\d+ numbers)\\*\\* of our own"))
                .containsExactly(shown().size() + " numbers");
    }

    @Nested
    class An_alarm {
        private final Map<String, Map<?, ?>> alarms = ofType("AWS::CloudWatch::Alarm");

        @Test
        void leads_to_what_to_do_about_it() {
            var headings = rows("Alarms", "^### (.+)$").stream()
                    .map(heading -> heading.toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .toList();
            var anchors = new ArrayList<String>();
            alarms.forEach((id, alarm) -> {
                var description = String.valueOf(alarm.get("AlarmDescription"));
                assertThat(description).as(id).matches("[^{}]+ docs/operations\\.md#[a-z-]+");
                anchors.add(description.substring(description.indexOf('#') + 1));
            });

            assertThat(headings).containsExactlyInAnyOrderElementsOf(anchors);
        }

        @Test
        void is_told_to_the_topic_and_seen_in_the_dashboard() {
            assertThat(alarms)
                    .hasSize(10)
                    .allSatisfy(
                            (_, alarm) -> assertThat(alarm.get("AlarmActions")).isEqualTo(List.of("AlarmTopic")));
            var inDashboard = widgets("alarm")
                    .flatMap(widget -> list(widget.get("alarms")).stream())
                    .map(String::valueOf);
            assertThat(inDashboard)
                    .containsExactlyInAnyOrderElementsOf(
                            alarms.keySet().stream().map(id -> id + ".Arn").toList());
        }

        @Test
        void is_mailed_to_whoever_is_named() {
            assertThat(ofType("AWS::SNS::Subscription")).isEmpty();
            assertThat(ofType("AWS::Budgets::Budget")).isEmpty();

            var mailed = with("AlarmEmail", "truc@bao.example");
            assertThat(ofType(mailed, "AWS::SNS::Subscription").values())
                    .singleElement()
                    .isEqualTo(Map.of("TopicArn", "AlarmTopic", "Protocol", "email", "Endpoint", "truc@bao.example"));
            assertThat(ofType(mailed, "AWS::Budgets::Budget").values().toString())
                    .contains("BudgetLimit={Amount=50, Unit=USD}", "Address=truc@bao.example");
        }

        /// Else nobody would know that nobody looks.
        @Test
        void of_the_queue_is_raised_where_nobody_looked() {
            assertThat(Objects.requireNonNull(alarms.get("QueueAgeAlarm")).get("TreatMissingData"))
                    .isEqualTo("breaching");
        }
    }

    @Nested
    class The_dashboard {
        @Test
        void has_a_text_for_each_of_its_three_questions() {
            assertThat(widgets("text").map(text -> String.valueOf(text.get("markdown"))))
                    .satisfiesExactly(
                            it -> assertThat(it).contains("is it well?"),
                            it -> assertThat(it).contains("Who is hurting?"),
                            it -> assertThat(it).contains("What does it cost?"));
        }

        /// Those of the page on what abuse costs, which are checked and dated there.
        @Test
        void counts_with_the_prices_of_the_page_on_abuse() throws IOException {
            var prices = Files.readString(WholeSite.ROOT.resolve("docs/abuse-costs.py"));
            var costs = dollars();

            var region = prices.substring(prices.indexOf("\"ap-southeast-1\": Prices("));
            assertThat(costs.get("api")).endsWith(" / 1000000 * " + price(region, "http_api="));
            assertThat(costs.get("lambda"))
                    .contains(" / 1000000 * " + price(prices, "calls: float = "))
                    .endsWith(" / 1024000 * " + price(prices, "gb_second: float = "));
            assertThat(costs.get("tables"))
                    .contains(" / 1000000 * " + price(region, "read_units="))
                    .endsWith(" / 1000000 * " + price(region, "write_units="));
            assertThat(costs.get("logs")).endsWith(" / 1000000000 * " + price(region, "logs="));
        }

        @Test
        void counts_with_each_functions_own_memory_and_with_every_table_and_log() {
            var costs = dollars();
            var memory = WholeSite.TEMPLATE.functions().stream().map(function -> " * " + function.memory());
            assertThat(Pattern.compile("FILL\\(d\\d, 0\\)( \\* \\d+)")
                            .matcher(costs.get("lambda"))
                            .results()
                            .map(found -> found.group(1)))
                    .containsExactlyElementsOf(memory.toList());
            WholeSite.TEMPLATE
                    .tables()
                    .forEach(table -> assertThat(costs.get("tables")).contains("\"" + table.name() + "\""));
            assertThat(dashboard().toString())
                    .contains(ofType("AWS::Logs::LogGroup").keySet());
        }

        private static Map<String, String> dollars() {
            var expressions = new TreeMap<String, String>();
            widgets("metric")
                    .filter(widget -> "US dollars an hour".equals(widget.get("title")))
                    .flatMap(widget -> list(widget.get("metrics")).stream())
                    .map(metric -> list(metric).getLast())
                    .filter(last -> last instanceof Map<?, ?> options && options.containsKey("expression"))
                    .forEach(last -> expressions.put(
                            String.valueOf(map(last).get("id")),
                            String.valueOf(map(last).get("expression"))));
            return expressions;
        }

        private static String price(String prices, String name) {
            return Pattern.compile(Pattern.quote(name) + "([0-9.]+)")
                    .matcher(prices)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        }
    }

    @Nested
    class A_parameter {
        @Test
        void turns_tracing_on_and_lets_every_role_write_traces() {
            assertThat(ofType("AWS::IAM::Policy")).isEmpty();
            assertThat(WholeSite.TEMPLATE.functions())
                    .allSatisfy(function -> assertThat(function.properties()).containsEntry("Tracing", "PassThrough"));

            var traced = with("Tracing", "yes");
            assertThat(traced.functions())
                    .hasSize(5)
                    .allSatisfy(function -> assertThat(function.properties()).containsEntry("Tracing", "Active"));
            var roles = ofType(traced, "AWS::IAM::Role").keySet();
            var policy =
                    Objects.requireNonNull(ofType(traced, "AWS::IAM::Policy").get("TracingPolicy"));
            assertThat(list(policy.get("Roles")).stream().map(String::valueOf))
                    .containsExactlyInAnyOrderElementsOf(roles);
        }

        @Test
        void bounds_what_each_table_and_each_index_gives_out() {
            var tables = ofType(with("TableWritesPerSecond", "7"), "AWS::DynamoDB::Table");
            assertThat(tables).hasSize(WholeSite.TEMPLATE.tables().size());
            tables.forEach((id, table) -> {
                var all = new ArrayList<Object>(List.of(table));
                Objects.requireNonNullElse((List<?>) table.get("GlobalSecondaryIndexes"), List.of())
                        .forEach(all::add);
                assertThat(all)
                        .as(id)
                        .allSatisfy(it -> assertThat(map(it).get("OnDemandThroughput"))
                                .hasToString("{MaxReadRequestUnits=3000, MaxWriteRequestUnits=7}"));
            });
        }

        @Test
        void keeps_room_for_readers_and_bounds_the_captcha_where_it_says_so() {
            assertThat(WholeSite.TEMPLATE.functions())
                    .noneMatch(function -> function.properties().containsKey("ReservedConcurrentExecutions"));
            assertThat(with("ArticlesConcurrency", "200")
                            .function("ArticlesFunction")
                            .properties())
                    .containsEntry("ReservedConcurrentExecutions", "200");
            assertThat(with("CaptchaConcurrency", "50")
                            .function("CaptchaFunction")
                            .properties())
                    .containsEntry("ReservedConcurrentExecutions", "50");
        }
    }

    @Nested
    class What_nobody_waits_for {
        @Test
        void is_the_schedule_alone_and_what_fails_there_for_good_is_kept() {
            var asynchronous = WholeSite.TEMPLATE.functions().stream()
                    .filter(function ->
                            !String.valueOf(function.properties().get("Events")).contains("Type=HttpApi"))
                    .toList();
            assertThat(asynchronous).singleElement().satisfies(function -> {
                assertThat(function.id()).isEqualTo("QueueWatchFunction");
                assertThat(String.valueOf(function.properties().get("Events")))
                        .contains("Schedule=rate(15 minutes)", "DeadLetterConfig={Arn=LostEvents.Arn}");
                assertThat(String.valueOf(function.properties().get("EventInvokeConfig")))
                        .contains("MaximumRetryAttempts=1", "Destination=LostEvents.Arn");
            });
        }
    }

    /// Made while the log goes where this test finds it: a function logs to what it finds then.
    private <T> T logging(Supplier<T> making) {
        var out = System.out;
        System.setOut(new PrintStream(log, true, UTF_8));
        try {
            return making.get();
        } finally {
            System.setOut(out);
        }
    }

    /// What the numbers whose names begin so come to.
    private Map<String, Integer> sums(String... beginnings) {
        var sums = new TreeMap<String, Integer>();
        lines().forEach(line -> line.forEach((name, value) -> {
            if (Arrays.stream(beginnings).anyMatch(String.valueOf(name)::startsWith)) {
                sums.merge(String.valueOf(name), (Integer) Objects.requireNonNull(value), Integer::sum);
            }
        }));
        return sums;
    }

    private Stream<Map<?, ?>> lines() {
        return log.toString(UTF_8).lines().map(line -> map(Json.read(line.getBytes(UTF_8))));
    }

    /// Every number that CloudWatch would take out of the log.
    private Set<Shown> written() {
        var written = new TreeSet<Shown>();
        lines().forEach(line -> {
            var directives =
                    list(map(Objects.requireNonNullElse(line.get("_aws"), Map.of("CloudWatchMetrics", List.of())))
                            .get("CloudWatchMetrics"));
            for (var directive : directives) {
                assertThat(map(directive).get("Namespace")).isEqualTo("Ykien");
                assertThat(map(directive).get("Dimensions")).isEqualTo(List.of(List.of("FunctionName")));
                for (var metric : list(map(directive).get("Metrics"))) {
                    var name = String.valueOf(map(metric).get("Name"));
                    assertThat(line.get(name)).isInstanceOf(Integer.class);
                    written.add(new Shown(String.valueOf(line.get("FunctionName")), name));
                }
            }
        });
        return written;
    }

    /// Every number of our own that the dashboard or an alarm names.
    private static Set<Shown> shown() {
        var shown = new TreeSet<Shown>();
        widgets("metric")
                .flatMap(widget -> list(widget.get("metrics")).stream())
                .map(WatchingTest::list)
                .filter(metric -> metric.getFirst().equals("Ykien"))
                .forEach(metric -> {
                    assertThat(metric.get(2)).isEqualTo("FunctionName");
                    shown.add(new Shown(String.valueOf(metric.get(3)), String.valueOf(metric.get(1))));
                });
        var inAlarms = Pattern.compile(
                "Namespace=Ykien, MetricName=(\\w+), Dimensions=\\[\\{Name=FunctionName, Value=(\\w+)}]");
        inAlarms.matcher(ofType("AWS::CloudWatch::Alarm").toString())
                .results()
                .forEach(found -> shown.add(new Shown(found.group(2), found.group(1))));
        return shown;
    }

    /// The properties of each widget of that type.
    private static Stream<Map<?, ?>> widgets(String type) {
        return list(dashboard().get("widgets")).stream()
                .map(WatchingTest::map)
                .filter(widget -> type.equals(widget.get("type")))
                .map(widget -> map(widget.get("properties")));
    }

    private static Map<?, ?> dashboard() {
        var body = String.valueOf(
                map(ofType("AWS::CloudWatch::Dashboard").get("Dashboard")).get("DashboardBody"));
        return map(Json.read(body.getBytes(UTF_8)));
    }

    private static String operations() {
        try {
            return Files.readString(WholeSite.ROOT.resolve("docs/operations.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first group of each match in that section of docs/operations.md.
    private static List<String> rows(String section, String pattern) {
        var page = operations();
        var from = page.indexOf("\n## " + section + "\n");
        assertThat(from).as(section).isPositive();
        var end = page.indexOf("\n## ", from + 1);
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(page.substring(from, end < 0 ? page.length() : end))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Template with(String parameter, String value) {
        return Template.read(WholeSite.ROOT.resolve("template.yaml"), Map.of(parameter, value));
    }

    private static Map<String, Map<?, ?>> ofType(String type) {
        return ofType(RESOURCES, type);
    }

    private static Map<String, Map<?, ?>> ofType(Template template, String type) {
        return ofType(template.resources(), type);
    }

    /// The properties of each resource of that type, by logical id.
    private static Map<String, Map<?, ?>> ofType(Map<String, Object> resources, String type) {
        var found = new TreeMap<String, Map<?, ?>>();
        resources.forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, map(Objects.requireNonNullElse(map(resource).get("Properties"), Map.of())));
            }
        });
        return found;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
