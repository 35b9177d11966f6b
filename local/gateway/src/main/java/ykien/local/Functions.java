package ykien.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.articles.ArticlesFunction;
import ykien.articles.ArticlesSettings;
import ykien.articles.Photos;
import ykien.captcha.CaptchaFunction;
import ykien.captcha.CaptchaSettings;
import ykien.challenge.Outcomes;
import ykien.cloud.HttpApi;
import ykien.cloud.Lambda;
import ykien.cloud.Template;
import ykien.comments.CommentsFunction;
import ykien.comments.CommentsSettings;
import ykien.decisionlog.Witness;
import ykien.limit.Counters;
import ykien.newsroom.NewsroomFunction;
import ykien.newsroom.NewsroomSettings;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;
import ykien.signin.OidcSettings;

/// The template's functions, in this process, each with the environment that the template gives it. Only what the
/// template leaves to the cloud's secrets comes from here.
///
/// @param captchaKeys the value of `CAPTCHA_KEYS`
/// @param newsroomKeys the value of `NEWSROOM_KEYS`
/// @param signIn who knows the newspaper's people
/// @param witness is told each entry of the decision log, in place of CloudWatch
record Functions(
        Template template, String captchaKeys, String newsroomKeys, Supplier<OidcSettings> signIn, Witness witness) {
    /// Longer than in the cloud: this machine may be busy with starting.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// The template's HTTP API at this address, with all of its functions behind it.
    HttpApi behind(URI address, DynamoDbClient dynamoDb, Photos photos, Clock clock) {
        return HttpApi.of(template)
                .at(address)
                .with(
                        "ArticlesFunction",
                        lambda(
                                "ArticlesFunction",
                                new ArticlesFunction(
                                        ArticlesSettings.from(environment("ArticlesFunction")),
                                        DynamoDbConnection.over(dynamoDb),
                                        photos,
                                        clock)))
                .with("CommentsFunction", lambda("CommentsFunction", comments(dynamoDb, clock)))
                .with("CaptchaFunction", lambda("CaptchaFunction", captcha(dynamoDb, clock)))
                .with("NewsroomFunction", lambda("NewsroomFunction", newsroom(dynamoDb, clock)));
    }

    /// The comments function with these tables.
    CommentsFunction comments(DynamoDbClient dynamoDb, Clock clock) {
        var settings = CommentsSettings.from(environment("CommentsFunction"));
        var counters = Counters.in(dynamoDb, settings.limitsTable(), PATIENCE);
        return new CommentsFunction(settings, DynamoDbConnection.over(dynamoDb), counters, clock);
    }

    /// The captcha function with these tables.
    CaptchaFunction captcha(DynamoDbClient dynamoDb, Clock clock) {
        var settings = CaptchaSettings.from(environment("CaptchaFunction"));
        var counters = Counters.in(dynamoDb, settings.limitsTable(), PATIENCE);
        var quotas = settings.quotas(counters, clock);
        return new CaptchaFunction(
                settings,
                () -> Outcomes.in(DynamoDbConnection.over(dynamoDb), settings.captchasTable()),
                quotas.watch(),
                quotas::sound,
                quotas::answer,
                clock);
    }

    /// The newsroom function with these tables.
    NewsroomFunction newsroom(DynamoDbClient dynamoDb, Clock clock) {
        var settings = NewsroomSettings.from(environment("NewsroomFunction"));
        return new NewsroomFunction(settings, dynamoDb, witness, signIn, clock);
    }

    private Lambda lambda(String id, RequestStreamHandler function) {
        var definition = template.function(id);
        return (event, answer) -> function.handleRequest(event, answer, LambdaContext.of(definition));
    }

    /// The environment of one function.
    Environment environment(String id) {
        var variables = new HashMap<>(template.function(id).environment());
        variables.replace("CAPTCHA_KEYS", captchaKeys);
        variables.replace("NEWSROOM_KEYS", newsroomKeys);
        return new Environment(variables);
    }
}
