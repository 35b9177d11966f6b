package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.PhotoName;
import ykien.articles.ArticlesSettings;
import ykien.articles.Photos;
import ykien.captcha.CaptchaSettings;
import ykien.challenge.Challenge;
import ykien.cloud.HttpRequest;
import ykien.cloud.Table;
import ykien.cloud.Template;
import ykien.comments.CommentsSettings;
import ykien.http.Response;
import ykien.http.Routes;
import ykien.limit.SiteWatch;
import ykien.metric.Meter;
import ykien.newsroom.NewsroomSettings;
import ykien.newsroom.QueueWatchSettings;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.signin.OidcSettings;
import ykien.signin.Role;

/// template.yaml against the code that it deploys, both ways.
class TemplateTest {
    private static final Template TEMPLATE = WholeSite.TEMPLATE;
    private static final List<String> FUNCTIONS =
            List.of("ArticlesFunction", "CommentsFunction", "CaptchaFunction", "NewsroomFunction");

    @Nested
    class Routes_and_actions {
        private final Map<String, Routes> routes = routes();

        @Test
        void agree_both_ways() {
            var actions = new TreeMap<String, String>();
            routes.forEach((function, its) -> its.keys().forEach(key -> actions.put(key, function)));
            var written = new TreeMap<>(TEMPLATE.routes());
            written.keySet().removeIf(key -> key.startsWith("ANY ") || key.equals("$default"));

            assertThat(written).isEqualTo(actions);
        }

        /// What a path's own methods do not catch goes to the function that answers GET there, or else POST.
        @Test
        void leave_no_method_of_a_path_without_an_answer() {
            var expected = new TreeMap<String, String>();
            for (var method : List.of("POST", "GET")) {
                TEMPLATE.routes().forEach((key, function) -> {
                    if (key.startsWith(method + " ")) {
                        expected.put("ANY " + key.substring(method.length() + 1), function);
                    }
                });
            }
            var written = new TreeMap<>(TEMPLATE.routes());
            written.keySet().removeIf(key -> !key.startsWith("ANY "));

            assertThat(written).isEqualTo(expected);
        }

        @Test
        void leave_no_path_without_an_answer() {
            assertThat(TEMPLATE.routes()).containsEntry("$default", "ArticlesFunction");
        }

        /// A function that refuses methods at a path knows those that another one answers there: they stand in
        /// `Allow`.
        @Test
        void agree_on_what_other_functions_answer() {
            routes.forEach((function, its) -> {
                var others = new TreeSet<String>();
                TEMPLATE.routes().forEach((key, answering) -> {
                    var path = key.substring(key.indexOf(' ') + 1);
                    var refusing = TEMPLATE.routes().get("ANY " + path);
                    if (!key.startsWith("ANY ") && function.equals(refusing) && !function.equals(answering)) {
                        others.add(key);
                    }
                });
                assertThat(its.elsewhere()).as(function).isEqualTo(others);
            });
        }
    }

    private static Map<String, Routes> routes() {
        var dynamoDb = DynamoDbClient.builder().region(Region.AP_SOUTHEAST_1).build();
        var functions = WholeSite.functions(WholeSite.KEYS);
        var clock = Clock.systemUTC();
        return Map.of(
                "ArticlesFunction",
                functions
                        .articles(dynamoDb, new NoPhotos(), clock, new Meter("articles"))
                        .routes(),
                "CommentsFunction",
                functions.comments(dynamoDb, clock, new Meter("comments")).routes(),
                "CaptchaFunction",
                functions.captcha(dynamoDb, clock, new Meter("captcha")).routes(),
                "NewsroomFunction",
                functions.newsroom(dynamoDb, clock, new Meter("newsroom")).routes());
    }

    private record NoPhotos() implements Photos {
        @Override
        public Response show(PhotoName photo) {
            throw new AssertionError("nobody asks for " + photo);
        }

        @Override
        public String origin() {
            return "";
        }
    }

    @Nested
    class Environment_variables {
        @Test
        void are_those_that_the_articles_function_reads() {
            assertRead("ArticlesFunction", ArticlesSettings::from);
        }

        @Test
        void are_those_that_the_comments_function_reads() {
            assertRead("CommentsFunction", CommentsSettings::from);
        }

        @Test
        void are_those_that_the_captcha_function_reads() {
            assertRead("CaptchaFunction", CaptchaSettings::from);
        }

        @Test
        void are_those_that_the_newsroom_function_reads() {
            assertRead("NewsroomFunction", NewsroomSettings::from);
        }

        @Test
        void are_those_that_the_queue_watch_reads() {
            assertRead("QueueWatchFunction", QueueWatchSettings::from);
        }

        private static void assertRead(String function, Consumer<Environment> settings) {
            var variables = new Watched(WholeSite.environment(function));
            settings.accept(new Environment(variables));
            var given = new HashSet<>(TEMPLATE.function(function).environment().keySet());

            assertThat(given.remove("LC_ALL"))
                    .as("for the JVM, which reads all the others by it")
                    .isTrue();
            assertThat(variables.asked).isEqualTo(given);
        }

        /// CloudFormation would refuse it: the API names its functions already.
        @ParameterizedTest
        @ValueSource(strings = {"ArticlesFunction", "CommentsFunction", "CaptchaFunction", "NewsroomFunction"})
        void never_name_the_API_itself(String function) {
            assertThat(TEMPLATE.function(function).environment().values())
                    .noneMatch(value -> value.contains("HttpApi"));
        }

        @Test
        void have_the_captcha_keys_from_the_secret() {
            for (var function : List.of("CommentsFunction", "CaptchaFunction")) {
                assertThat(TEMPLATE.function(function).environment().get("CAPTCHA_KEYS"))
                        .startsWith("{{resolve:secretsmanager:CaptchaKeys:SecretString");
            }
        }

        @Test
        void have_the_newsrooms_keys_from_a_secret_of_their_own() {
            assertThat(FUNCTIONS)
                    .filteredOn(id -> TEMPLATE.function(id).environment().containsKey("NEWSROOM_KEYS"))
                    .containsExactly("NewsroomFunction");
            assertThat(TEMPLATE.function("NewsroomFunction").environment().get("NEWSROOM_KEYS"))
                    .startsWith("{{resolve:secretsmanager:NewsroomKeys:SecretString");
        }

        /// The client comes after the API, and the API after the functions.
        @Test
        void name_nothing_that_the_sign_in_is_made_of() {
            for (var function : FUNCTIONS) {
                assertThat(TEMPLATE.function(function).environment().values())
                        .noneMatch(value -> value.contains("NewsroomClient") || value.contains("NewsroomPool"));
            }
            assertThat(TEMPLATE.function("NewsroomFunction").environment().get("SIGN_IN_PARAMETER"))
                    .isEqualTo(properties("SignInParameter").get("Name"));
        }

        @Test
        void have_the_edges_secret_from_its_own() {
            for (var function : FUNCTIONS) {
                assertThat(TEMPLATE.function(function).environment().get("EDGE_SECRET"))
                        .startsWith("{{resolve:secretsmanager:EdgeSecret:SecretString");
            }
        }
    }

    /// Variables that remember which of them were asked for.
    private static final class Watched extends AbstractMap<String, String> {
        private final Map<String, String> variables;
        final Set<String> asked = new TreeSet<>();

        Watched(Map<String, String> variables) {
            this.variables = variables;
        }

        @Override
        @SuppressWarnings("NullAway") // as Map has it: null for what is not there
        public String get(Object name) {
            asked.add((String) name);
            return variables.get(name);
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return variables.entrySet();
        }
    }

    /// Each permission is used on some route, and none that a route uses is missing.
    @Nested
    class A_role_allows_just_what_its_function_does {
        private final WholeSite site = new WholeSite();

        @Test
        void for_the_articles_function() {
            site.publish("mua-he", true);
            site.comment("mua-he", "Góp ý");
            var location = new ArrayList<String>();
            var asked = asked("ArticlesFunction", Map.of("slug", "mua-he", "category", "doi-song"), request -> {
                var response = site.send(request);
                response.header("location").ifPresent(location::add);
            });

            assertThat(location).isNotEmpty().allMatch(l -> l.startsWith("https://PhotosBucket.s3."));
            asked.add("s3:GetObject PhotosBucket/*"); // what the signed address is for
            assertThat(allowed("ArticlesFunction")).isEqualTo(asked);
        }

        @Test
        void for_the_comments_function() {
            site.publish("mua-he", true);
            var accepted = site.comment("mua-he");
            var missed = new HashMap<>(site.comment("mua-he"));
            missed.put("answer", "22222");
            var late = site.comment("mua-he");
            var shown = "/articles/mua-he/comments/" + site.comment("mua-he", "Góp ý") + "/reports";
            var report = HttpRequest.post(shown).form(site.report("mua-he"));
            site.asked.forget();

            assertThat(send(accepted)).isEqualTo(201);
            assertThat(send(accepted)).isEqualTo(201);
            assertThat(send(missed)).isEqualTo(422);
            assertThat(site.ask(report).status()).isEqualTo(201);
            assertThat(site.send(HttpRequest.post("/articles/mua-he/comments").form(missed))
                            .status())
                    .isEqualTo(422); // a page comes with a new challenge, which takes a look at the counts
            site.wait(Challenge.LIFETIME);
            assertThat(send(late)).isEqualTo(422);
            assertThat(allowed("CommentsFunction")).isEqualTo(site.asked.permissions());
        }

        private int send(Map<String, String> fields) {
            return site.ask(HttpRequest.post("/articles/mua-he/comments").form(fields))
                    .status();
        }

        @Test
        void for_the_captcha_function() {
            site.publish("mua-he", true);
            site.token("mua-he");
            site.wait(SiteWatch.FRESH);
            var asked = asked("CaptchaFunction", Map.of("slug", "mua-he"), site::send);
            assertThat(asked)
                    .as("what issues challenges, and counts sounds")
                    .containsExactlyInAnyOrder("dynamodb:BatchGetItem LimitsTable", "dynamodb:UpdateItem LimitsTable");

            var question = site.question("contact");
            assertThat(site.ask(question).status()).isEqualTo(200);
            site.wait(Challenge.LIFETIME);
            assertThat(site.ask(question).status()).isEqualTo(422);
            assertThat(allowed("CaptchaFunction")).isEqualTo(site.asked.permissions());
        }

        @Test
        void for_the_newsroom_function() {
            site.publish("mua-he", true);
            var comment = site.waitingComment("mua-he", "Góp ý").value();
            var reported = site.comment("mua-he", "Chê bai").value();
            site.ask(HttpRequest.post("/articles/mua-he/comments/" + reported + "/reports")
                    .form(site.report("mua-he")));
            site.asked.forget();
            var browser = site.newsroom();
            browser.signIn("chief");
            for (var path : List.of(
                    "/newsroom",
                    "/newsroom?article=mua-he",
                    "/newsroom?q=gop",
                    "/newsroom?sender-of=" + comment,
                    "/newsroom/comments/" + comment,
                    "/newsroom/comments/" + reported,
                    "/newsroom/phrases")) {
                assertThat(browser.get(path).status()).as(path).isEqualTo(200);
            }
            var path = "/newsroom/comments/" + comment;
            browser.post(path + "/decisions", Map.of("version", "0", "decision", "approve"));
            browser.post(path + "/reply", Map.of("version", "1", "text", "Cảm ơn."));
            browser.post(path + "/pick", Map.of("version", "2", "pick", "yes"));
            browser.post(path + "/contact", Map.of());
            browser.post("/newsroom/decisions", Map.of("comment", comment + ".3", "decision", "undo"));
            browser.post("/newsroom/articles/mua-he/comments-open", Map.of("open", "no"));
            browser.post("/newsroom/phrases", Map.of("version", "0", "phrases", "quảng cáo"));
            for (var log : List.of("log", "log.ndjson", "log/verification?through=1")) {
                assertThat(browser.get("/newsroom/" + log).status()).as(log).isEqualTo(200);
            }
            assertThat(browser.signOut().status()).isEqualTo(200);

            var asked = new HashSet<>(site.asked.permissions());
            asked.add("ssm:GetParameter arn:aws:ssm:ap-southeast-1:123456789012:parameter"
                    + TEMPLATE.function("NewsroomFunction").environment().get("SIGN_IN_PARAMETER"));
            assertThat(allowed("NewsroomFunction")).isEqualTo(asked);
        }

        /// Of a comment the state alone.
        @Test
        void for_the_queue_watch() {
            site.publish("mua-he", true);
            site.waitingComment("mua-he", "Góp ý");
            site.asked.forget();
            assertThat(site.queue().oldest()).hasValue(WholeSite.START);

            var asked = new HashSet<>(site.asked.permissions());
            asked.add("sqs:SendMessage LostEvents.Arn"); // Lambda itself, where a call failed for good
            assertThat(allowed("QueueWatchFunction")).isEqualTo(asked);
            assertThat(texts(TEMPLATE.resources().get("QueueWatchRole")).toString())
                    .contains("dynamodb:Attributes=[id, state]");
        }

        /// A request to each route of the function, for pages and for JSON.
        private Set<String> asked(String function, Map<String, String> parameters, Consumer<HttpRequest> send) {
            site.asked.forget();
            TEMPLATE.routes().forEach((key, answering) -> {
                if (answering.equals(function)) {
                    var any = key.startsWith("ANY ") || key.equals("$default");
                    var method = any ? "HEAD" : key.substring(0, key.indexOf(' '));
                    var path = key.substring(key.indexOf(' ') + 1)
                            .replace("$default", "/khong-co")
                            .replace("{photo}", "mua-he.0123456789abcdef.jpg");
                    for (var parameter : parameters.entrySet()) {
                        path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
                    }
                    send.accept(HttpRequest.of(method, path));
                    send.accept(HttpRequest.of(method, path).header("Accept", "application/json"));
                }
            });
            return new HashSet<>(site.asked.permissions());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ArticlesFunction",
                    "CommentsFunction",
                    "CaptchaFunction",
                    "NewsroomFunction",
                    "QueueWatchFunction"
                })
        void and_beside_it_only_its_own_log(String function) {
            var log = " arn:aws:logs:ap-southeast-1:123456789012:log-group:" + logGroup(function) + ":*";
            var allowed = new HashSet<>(Set.of("logs:CreateLogStream" + log, "logs:PutLogEvents" + log));
            if (function.equals("NewsroomFunction")) {
                allowed.add("logs:FilterLogEvents" + log); // the witness of the decision log, heard
            }
            assertThat(permissions(function).stream().filter(p -> p.startsWith("logs:")))
                    .containsExactlyInAnyOrderElementsOf(allowed);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ArticlesFunction",
                    "CommentsFunction",
                    "CaptchaFunction",
                    "NewsroomFunction",
                    "QueueWatchFunction"
                })
        void without_a_wildcard_but_for_the_keys_of_its_own_bucket_and_log(String function) {
            assertThat(permissions(function))
                    .noneMatch(permission -> permission.split(" ", 2)[0].contains("*"))
                    .allMatch(permission -> !permission.contains("*")
                            || permission.endsWith("arn:aws:s3:::PhotosBucket/*")
                            || permission.endsWith(logGroup(function) + ":*"));
        }

        /// A put of a number that is taken fails by its condition; what is put over an entry in spite of that breaks
        /// the
        /// chain.
        @Test
        void so_that_the_log_of_decisions_only_grows() {
            assertThat(allowed("NewsroomFunction"))
                    .filteredOn(permission -> permission.contains("DecisionLogTable"))
                    .containsExactlyInAnyOrder(
                            "dynamodb:GetItem DecisionLogTable",
                            "dynamodb:Query DecisionLogTable",
                            "dynamodb:PutItem DecisionLogTable");
            for (var other : List.of("ArticlesFunction", "CommentsFunction", "CaptchaFunction", "QueueWatchFunction")) {
                assertThat(permissions(other)).noneMatch(permission -> permission.contains("DecisionLogTable"));
            }
        }

        /// Where e-mail addresses and phone numbers are.
        @Test
        void so_that_the_code_that_faces_readers_cannot_read_the_table_of_comments() {
            assertThat(allowed("ArticlesFunction"))
                    .filteredOn(permission -> permission.contains("CommentsTable"))
                    .containsExactly("dynamodb:Query CommentsTable/index/byArticle");
            assertThat(TEMPLATE.table("CommentsTable").indexes())
                    .filteredOn(index -> index.name().equals("byArticle"))
                    .extracting(Table.Index::included)
                    .containsExactly(List.of("shown"));
        }

        /// Its writes of comments are parts of transactions, which give no values back; and of what is there already it
        /// can name, to write or to compare, only what a report is about.
        @Test
        void so_that_the_code_that_takes_comments_cannot_read_one_back() {
            assertThat(allowed("CommentsFunction"))
                    .filteredOn(permission -> permission.contains("CommentsTable"))
                    .containsExactlyInAnyOrder("dynamodb:PutItem CommentsTable", "dynamodb:UpdateItem CommentsTable");
            var put = condition("CommentsFunction", "dynamodb:PutItem", "CommentsTable");
            var update = condition("CommentsFunction", "dynamodb:UpdateItem", "CommentsTable");
            for (var condition : List.of(put, update)) {
                assertThat(condition)
                        .containsEntry(
                                "ForAnyValue:StringEquals", Map.of("dynamodb:EnclosingOperation", "TransactWriteItems"))
                        .containsEntry("StringEqualsIfExists", Map.of("dynamodb:ReturnValues", "NONE"));
            }
            assertThat(update)
                    .containsEntry(
                            "ForAllValues:StringEquals",
                            Map.of("dynamodb:Attributes", List.of("id", "article", "state", "pile", "desk", "reports")))
                    .containsEntry("Null", Map.of("dynamodb:Attributes", "false"));
        }

        @Test
        void and_no_two_functions_share_one() {
            var roles = TEMPLATE.functions().stream().map(function -> role(function.id()));
            assertThat(roles).hasSize(5).doesNotHaveDuplicates();
        }

        /// Without those for its log.
        private static Set<String> allowed(String function) {
            var allowed = new HashSet<String>();
            for (var permission : permissions(function)) {
                if (!permission.startsWith("logs:")) {
                    allowed.add(permission.replaceFirst("arn:aws:dynamodb:[^ ]*:table/|arn:aws:s3:::", ""));
                }
            }
            return allowed;
        }
    }

    @Nested
    class A_function {
        @ParameterizedTest
        @CsvSource({
            "ArticlesFunction, ykien.articles.ArticlesFunction, articles",
            "CommentsFunction, ykien.comments.CommentsFunction, comments",
            "CaptchaFunction,  ykien.captcha.CaptchaFunction,   captcha",
            "NewsroomFunction, ykien.newsroom.NewsroomFunction, newsroom",
            "QueueWatchFunction, ykien.newsroom.QueueWatchFunction, newsroom",
        })
        void is_the_class_in_the_archive_that_Maven_built(String function, Class<?> type, String module) {
            var written = TEMPLATE.function(function);

            assertThat(written.handler()).isEqualTo(type.getName() + "::handleRequest");
            assertThat(written.properties())
                    .containsEntry("CodeUri", "functions/" + module + "/target/" + module + ".zip")
                    .containsEntry("Runtime", "java25")
                    .containsEntry("AutoPublishAlias", "live")
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"));
        }

        /// What waits longer than the gateway does is paid for and read by nobody.
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ArticlesFunction",
                    "CommentsFunction",
                    "CaptchaFunction",
                    "NewsroomFunction",
                    "QueueWatchFunction"
                })
        void ends_before_the_gateway_gives_up(String function) {
            assertThat(TEMPLATE.function(function).timeout()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(29));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ArticlesFunction",
                    "CommentsFunction",
                    "CaptchaFunction",
                    "NewsroomFunction",
                    "QueueWatchFunction"
                })
        void has_a_log_that_is_not_kept_for_ever(String function) {
            assertThat(resource(logGroup(function)).get("Type")).isEqualTo("AWS::Logs::LogGroup");
            assertThat(properties(logGroup(function)).get("RetentionInDays")).hasToString("30");
        }
    }

    @Nested
    class A_table {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ArticlesTable",
                    "CommentsTable",
                    "ReportsTable",
                    "CaptchasTable",
                    "SendersTable",
                    "DecisionLogTable",
                    "DeskTable"
                })
        void is_on_demand_backed_up_encrypted_and_not_deleted_by_mistake(String table) {
            assertThat(properties(table))
                    .containsEntry("BillingMode", "PAY_PER_REQUEST")
                    .containsEntry("DeletionProtectionEnabled", "true")
                    .doesNotContainKey("TableName")
                    .extractingByKeys("PointInTimeRecoverySpecification", "SSESpecification")
                    .containsExactly(Map.of("PointInTimeRecoveryEnabled", true), Map.of("SSEEnabled", true));
            assertThat(List.of(text(resource(table), "DeletionPolicy"), text(resource(table), "UpdateReplacePolicy")))
                    .containsOnly("Retain");
        }

        @Test
        void can_be_deleted_where_a_parameter_says_so() {
            var trial = Template.read(WholeSite.ROOT.resolve("template.yaml"), Map.of("DeletionProtection", "false"));

            for (var table : trial.tables()) {
                var properties =
                        (Map<?, ?>) map(trial.resources().get(table.name())).get("Properties");
                assertThat(map(properties).get("DeletionProtectionEnabled")).isEqualTo("false");
            }
        }

        @Test
        void of_articles_is_found_by_slug_and_listed_by_time() {
            assertThat(TEMPLATE.table("ArticlesTable").key()).isEqualTo(new Table.Key("slug", Optional.empty()));
            assertThat(TEMPLATE.table("ArticlesTable").indexes())
                    .containsExactlyInAnyOrder(
                            index("latest", "edition", "publishedAt", "INCLUDE", "card", "commentCount"),
                            index("byCategory", "category", "publishedAt", "INCLUDE", "card", "commentCount"));
        }

        @Test
        void of_comments_is_spread_by_id_and_shows_the_public_one_attribute() {
            assertThat(TEMPLATE.table("CommentsTable").key()).isEqualTo(new Table.Key("id", Optional.empty()));
            assertThat(TEMPLATE.table("CommentsTable").indexes())
                    .containsExactlyInAnyOrder(
                            index("byArticle", "article", "shownAt", "INCLUDE", "shown"),
                            index("piles", "pile", "submittedAt", "KEYS_ONLY"),
                            index("underArticle", "desk", "submittedAt", "KEYS_ONLY"),
                            index("bySender", "sender", "submittedAt", "KEYS_ONLY"));
        }

        @Test
        void of_decisions_is_one_chain_by_number() {
            assertThat(TEMPLATE.table("DecisionLogTable").key())
                    .isEqualTo(new Table.Key("chain", Optional.of("number")));
            assertThat(TEMPLATE.table("DecisionLogTable").attributes()).containsEntry("number", "N");
            assertThat(TEMPLATE.table("DecisionLogTable").timeToLive()).isEmpty();
        }

        @Test
        void of_limits_forgets_by_itself_and_is_worth_no_backup() {
            var limits = TEMPLATE.table("LimitsTable");

            assertThat(limits.key()).isEqualTo(new Table.Key("id", Optional.empty()));
            assertThat(limits.indexes()).isEmpty();
            assertThat(limits.timeToLive()).hasValue("expiresAt");
            assertThat(properties("LimitsTable"))
                    .containsEntry("BillingMode", "PAY_PER_REQUEST")
                    .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                    .doesNotContainKeys("TableName", "PointInTimeRecoverySpecification");
            assertThat(text(resource("LimitsTable"), "DeletionPolicy")).isEqualTo("Delete");
        }

        @Test
        void of_sessions_forgets_by_itself_and_is_worth_no_backup() {
            var sessions = TEMPLATE.table("SessionsTable");

            assertThat(sessions.key()).isEqualTo(new Table.Key("id", Optional.empty()));
            assertThat(sessions.indexes()).isEmpty();
            assertThat(sessions.timeToLive()).hasValue("expiresAt");
            assertThat(properties("SessionsTable"))
                    .containsEntry("BillingMode", "PAY_PER_REQUEST")
                    .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                    .doesNotContainKeys("TableName", "PointInTimeRecoverySpecification");
            assertThat(text(resource("SessionsTable"), "DeletionPolicy")).isEqualTo("Delete");
        }

        @Test
        void of_reports_has_those_of_a_comment_in_order_and_forgets_by_itself() {
            var reports = TEMPLATE.table("ReportsTable");

            assertThat(reports.key()).isEqualTo(new Table.Key("comment", Optional.of("id")));
            assertThat(reports.indexes()).isEmpty();
            assertThat(reports.timeToLive()).hasValue("expiresAt");
        }

        @Test
        void of_captchas_forgets_by_itself() {
            var captchas = TEMPLATE.table("CaptchasTable");

            assertThat(captchas.key()).isEqualTo(new Table.Key("id", Optional.empty()));
            assertThat(captchas.indexes()).isEmpty();
            assertThat(captchas.timeToLive()).hasValue("expiresAt");
            assertThat(TEMPLATE.table("ArticlesTable").timeToLive()).isEmpty();
            assertThat(TEMPLATE.table("CommentsTable").timeToLive()).isEmpty();
        }

        private static Table.Index index(
                String name, String partition, String sort, String projection, String... included) {
            return new Table.Index(name, new Table.Key(partition, Optional.of(sort)), projection, List.of(included));
        }
    }

    @Nested
    class The_sign_in {
        private static final String API = "https://HttpApi.execute-api.ap-southeast-1.amazonaws.com";

        @Test
        void has_a_pool_that_only_operators_let_people_into_and_that_is_not_deleted_by_mistake() {
            assertThat(map(properties("NewsroomPool").get("AdminCreateUserConfig")))
                    .containsEntry("AllowAdminCreateUserOnly", true);
            assertThat(properties("NewsroomPool"))
                    .containsEntry("DeletionProtection", "ACTIVE")
                    .containsEntry("MfaConfiguration", "OPTIONAL")
                    .containsEntry("EnabledMfas", List.of("SOFTWARE_TOKEN_MFA"));
            assertThat(text(resource("NewsroomPool"), "DeletionPolicy")).isEqualTo("Retain");
        }

        /// A group for each role, and none that the newsroom does not know.
        @Test
        void has_the_roles_as_groups() {
            var groups = TEMPLATE.resources().keySet().stream()
                    .filter(id -> text(resource(id), "Type").equals("AWS::Cognito::UserPoolGroup"))
                    .map(id -> text(properties(id), "GroupName"))
                    .toList();

            assertThat(groups)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Role.values()).map(Role::group).toList());
        }

        @Test
        void has_a_public_client_for_codes_alone_that_sends_people_back_here_and_nowhere_else() {
            assertThat(properties("NewsroomClient"))
                    .containsEntry("GenerateSecret", false)
                    .containsEntry("AllowedOAuthFlows", List.of("code"))
                    .containsEntry("PreventUserExistenceErrors", "ENABLED")
                    .containsEntry("CallbackURLs", List.of(API + "/newsroom/signed-in"))
                    .containsEntry("LogoutURLs", List.of(API + "/newsroom"));
            assertThat(TEMPLATE.routes()).containsKeys("GET /newsroom/signed-in", "GET /newsroom");
        }

        @Test
        void sends_people_back_to_the_sites_own_address_where_it_has_one() {
            var client = propertiesIn(with(Map.of("SiteUrl", "https://bao.example")), "NewsroomClient");

            assertThat(client)
                    .containsEntry("CallbackURLs", List.of("https://bao.example/newsroom/signed-in"))
                    .containsEntry("LogoutURLs", List.of("https://bao.example/newsroom"));
        }

        @Test
        void is_told_to_the_function_by_a_parameter_that_it_can_read() {
            assertThat(OidcSettings.parse(text(properties("SignInParameter"), "Value")
                            .replace("NewsroomPool.ProviderURL", "https://cognito-idp.example/pool")))
                    .isEqualTo(new OidcSettings(
                            URI.create("https://cognito-idp.example/pool"), "NewsroomClient", "cognito:groups"));
        }

        @Test
        void can_be_another_providers_and_then_there_is_no_pool() {
            var other = with(Map.of(
                    "OidcIssuer", "https://login.bao.example/realms/toa-soan",
                    "OidcClientId", "toa-soan",
                    "OidcRolesClaim", "groups"));

            assertThat(OidcSettings.parse(text(propertiesIn(other, "SignInParameter"), "Value")))
                    .isEqualTo(new OidcSettings(
                            URI.create("https://login.bao.example/realms/toa-soan"), "toa-soan", "groups"));
            assertThat(other.resources().values())
                    .noneMatch(resource -> text(map(resource), "Type").startsWith("AWS::Cognito::"));
        }

        private static Map<String, Object> propertiesIn(Template template, String id) {
            return map(map(template.resources().get(id)).get("Properties"));
        }
    }

    /// Else one could be sent in a flood that the other could not.
    @Test
    void Comments_and_reports_are_let_through_at_the_same_pace() {
        var paces = map(properties("HttpApi").get("RouteSettings"));

        assertThat(paces)
                .containsOnlyKeys("POST /articles/{slug}/comments", "POST /articles/{slug}/comments/{id}/reports");
        assertThat(new HashSet<>(paces.values())).hasSize(1);
        assertThat(TEMPLATE.routes().keySet()).containsAll(paces.keySet());
    }

    @Nested
    class A_new_version {
        private static final List<String> ALARMS = List.of("FaultsAlarm", "CrashesAlarm");

        @Test
        void gets_a_tenth_of_the_requests_first_and_is_taken_back_if_an_alarm_rings() {
            assertThat(TEMPLATE.functions())
                    .isNotEmpty()
                    .allSatisfy(function -> assertThat(map(function.properties().get("DeploymentPreference")))
                            .isEqualTo(Map.of("Type", "Canary10Percent5Minutes", "Alarms", ALARMS)));
        }

        @Test
        void gets_all_of_them_where_a_parameter_says_so() {
            assertThat(with(Map.of("Canary", "no")).functions())
                    .allSatisfy(function -> assertThat(map(function.properties().get("DeploymentPreference")))
                            .containsEntry("Type", "AllAtOnce"));
        }

        /// Of the new version alone they know nothing, but they look at no function less than there are.
        @Test
        void is_watched_by_alarms_that_look_at_every_function_that_answers_readers() {
            for (var alarm : ALARMS) {
                assertThat(properties(alarm).toString()).contains(FUNCTIONS);
            }
        }
    }

    @Nested
    class The_edge {
        private static final Map<String, String> ON = Map.of("Edge", "yes", "SiteUrl", "https://bao.example");

        @Test
        void is_nothing_at_all_by_default() {
            assertThat(TEMPLATE.resources().values())
                    .noneMatch(resource -> text(map(resource), "Type").startsWith("AWS::CloudFront::"));
        }

        @Test
        void stands_before_the_API_and_proves_itself_by_the_secret_that_the_functions_know() {
            var origin = origin(with(ON));

            assertThat(text(origin, "DomainName")).isEqualTo("HttpApi.execute-api.ap-southeast-1.amazonaws.com");
            var header = map(((List<?>) Objects.requireNonNull(origin.get("OriginCustomHeaders"))).getFirst());
            assertThat(header.get("HeaderValue"))
                    .isEqualTo(
                            TEMPLATE.function("ArticlesFunction").environment().get("EDGE_SECRET"));
        }

        /// "Custom headers that CloudFront can't add to origin requests" (Amazon CloudFront Developer Guide).
        @Test
        void may_send_the_header_that_it_proves_itself_by() {
            var headers = (List<?>) Objects.requireNonNull(origin(with(ON)).get("OriginCustomHeaders"));

            assertThat(headers)
                    .singleElement()
                    .satisfies(header -> assertThat(text(map(header), "HeaderName"))
                            .doesNotMatch("(?i)(x-amz-|x-edge-).*|x-real-ip|cookie|host|range|via|te|cache-control"));
        }

        @Test
        void has_CloudFronts_domain_and_no_firewall_where_none_are_given() {
            var distribution = distribution(with(ON));

            assertThat(distribution).doesNotContainKeys("Aliases", "WebACLId");
            assertThat(distribution.get("ViewerCertificate")).isEqualTo(Map.of("CloudFrontDefaultCertificate", true));
        }

        @Test
        void has_the_sites_domain_its_certificate_and_a_firewall_where_they_are_given() {
            var certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0c9a7b1e";
            var webAcl = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/ykien-edge/0c9a7b1e";
            var parameters = new HashMap<>(ON);
            parameters.put("EdgeCertificateArn", certificate);
            parameters.put("EdgeWebAclArn", webAcl);
            var distribution = distribution(with(parameters));

            assertThat(distribution)
                    .containsEntry("Aliases", List.of("bao.example"))
                    .containsEntry("WebACLId", webAcl);
            assertThat(map(distribution.get("ViewerCertificate")))
                    .containsEntry("AcmCertificateArn", certificate)
                    .containsEntry("MinimumProtocolVersion", "TLSv1.2_2021");
        }

        @Test
        void encrypts_all_the_way_and_keeps_no_log_of_who_read_what() {
            var distribution = distribution(with(ON));

            assertThat(map(origin(with(ON)).get("CustomOriginConfig")))
                    .containsEntry("OriginProtocolPolicy", "https-only")
                    .containsEntry("OriginSSLProtocols", List.of("TLSv1.2"));
            assertThat(distribution).doesNotContainKey("Logging").containsEntry("HttpVersion", "http2and3");
            var behaviours =
                    new ArrayList<Object>((List<?>) Objects.requireNonNull(distribution.get("CacheBehaviors")));
            behaviours.add(Objects.requireNonNull(distribution.get("DefaultCacheBehavior")));
            assertThat(behaviours)
                    .allSatisfy(behaviour ->
                            assertThat(map(behaviour)).containsEntry("ViewerProtocolPolicy", "redirect-to-https"));
        }
    }

    /// Whoever asks waits longer than whoever is asked, or else an answer comes that nobody waits for any more.
    @Nested
    class Time_outs {
        /// "Maximum integration timeout": "Quotas for configuring and running an HTTP API in API Gateway".
        private static final Duration API = Duration.ofSeconds(30);

        private final Duration edge = Duration.ofSeconds(Long.parseLong(text(
                map(origin(with(Map.of("Edge", "yes"))).get("CustomOriginConfig")), "OriginReadTimeout")));

        @Test
        void grow_from_DynamoDB_outwards() {
            var sdk = DynamoDbConnection.client("http://localhost:1", new Meter("articles"))
                    .serviceClientConfiguration()
                    .overrideConfiguration();
            var attempt = sdk.apiCallAttemptTimeout().orElseThrow();
            var call = sdk.apiCallTimeout().orElseThrow();

            assertThat(attempt.multipliedBy(2)).as("room for a second attempt").isLessThan(call);
            for (var function : FUNCTIONS) {
                var timeout = TEMPLATE.function(function).timeout();
                assertThat(call).as(function).isLessThan(timeout);
                assertThat(timeout).as(function).isLessThan(API);
            }
            assertThat(API).isLessThan(edge);
        }

        /// Retries end by the clock, and before it by their number.
        @Test
        void are_not_all_that_ends_the_SDKs_retries() {
            assertThat(DynamoDbConnection.client("http://localhost:1", new Meter("articles"))
                            .serviceClientConfiguration()
                            .overrideConfiguration()
                            .retryStrategy()
                            .orElseThrow()
                            .maxAttempts())
                    .isBetween(2, 9);
        }

        /// Nothing is asynchronous: API Gateway waits for each answer, and who sent a request learns of a
        /// failure. An event that comes otherwise has to say where it goes when it fails.
        @Test
        void leave_no_event_that_fails_unseen() {
            for (var function : TEMPLATE.functions()) {
                map(function.properties().get("Events")).forEach((name, event) -> {
                    if (!text(map(event), "Type").equals("HttpApi")) {
                        assertThat(map(map(event).get("Properties")).keySet())
                                .as(function.id() + ", " + name + ": where does it go when it fails?")
                                .containsAnyOf("DeadLetterConfig", "DestinationConfig");
                    }
                });
            }
        }
    }

    private static Template with(Map<String, String> parameters) {
        return Template.read(WholeSite.ROOT.resolve("template.yaml"), parameters);
    }

    private static Map<String, Object> distribution(Template template) {
        var properties = map(map(template.resources().get("EdgeDistribution")).get("Properties"));
        return map(properties.get("DistributionConfig"));
    }

    private static Map<String, Object> origin(Template template) {
        var origins = (List<?>) Objects.requireNonNull(distribution(template).get("Origins"));
        return map(origins.getFirst());
    }

    @Test
    void The_bucket_of_photos_is_private() {
        assertThat(map(properties("PhotosBucket").get("PublicAccessBlockConfiguration"))
                        .values())
                .hasSize(4)
                .allMatch(value -> value.toString().equals("true"));
        assertThat(resource("PhotosBucket").get("DeletionPolicy")).isEqualTo("Retain");
    }

    private static String role(String function) {
        return lastPart(text(TEMPLATE.function(function).properties(), "Role"), "/");
    }

    private static String logGroup(String function) {
        return text(map(TEMPLATE.function(function).properties().get("LoggingConfig")), "LogGroup");
    }

    /// `action resource` for each pair that a statement of the function's role allows.
    private static Set<String> permissions(String function) {
        var properties = properties(role(function));
        assertThat(properties).doesNotContainKey("ManagedPolicyArns");
        var permissions = new HashSet<String>();
        for (var policy : (List<?>) Objects.requireNonNull(properties.get("Policies"))) {
            var document = map(map(policy).get("PolicyDocument"));
            for (var statement : (List<?>) Objects.requireNonNull(document.get("Statement"))) {
                assertThat(map(statement).get("Effect")).isEqualTo("Allow");
                for (var action : texts(map(statement).get("Action"))) {
                    for (var resource : texts(map(statement).get("Resource"))) {
                        permissions.add(action + " " + resource);
                    }
                }
            }
        }
        return permissions;
    }

    /// The condition under which the function's role allows this action on this table.
    private static Map<String, Object> condition(String function, String action, String table) {
        var found = new ArrayList<Map<String, Object>>();
        for (var policy :
                (List<?>) Objects.requireNonNull(properties(role(function)).get("Policies"))) {
            var document = map(map(policy).get("PolicyDocument"));
            for (var statement : (List<?>) Objects.requireNonNull(document.get("Statement"))) {
                var it = map(statement);
                if (texts(it.get("Action")).contains(action)
                        && texts(it.get("Resource")).stream().anyMatch(r -> r.endsWith(table))) {
                    found.add(map(it.get("Condition")));
                }
            }
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<String> texts(@Nullable Object oneOrMore) {
        return oneOrMore instanceof List<?> more
                ? more.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(oneOrMore));
    }

    private static Map<String, Object> resource(String id) {
        return map(TEMPLATE.resources().get(id));
    }

    private static Map<String, Object> properties(String id) {
        return map(resource(id).get("Properties"));
    }

    private static String text(Map<String, Object> map, String name) {
        return String.valueOf(map.get(name));
    }

    private static String lastPart(String text, String separator) {
        return text.substring(text.lastIndexOf(separator) + 1);
    }

    /// The texts by which the template calls its values; what is missing fails here.
    private static Map<String, Object> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        var map = new TreeMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(value))
                .forEach((name, it) -> map.put(String.valueOf(name), Objects.requireNonNull(it)));
        return map;
    }
}
