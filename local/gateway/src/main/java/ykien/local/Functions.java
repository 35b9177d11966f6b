package ykien.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Function;
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
import ykien.metric.Meter;
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
        return behind(address, _ -> dynamoDb, photos, clock);
    }

    /// The same where each function has a client of its own, as in the cloud.
    ///
    /// @param clients makes a client that tells the function's meter of what it meets
    HttpApi behind(URI address, Function<Meter, DynamoDbClient> clients, Photos photos, Clock clock) {
        var articles = new Meter("ArticlesFunction");
        var comments = new Meter("CommentsFunction");
        var captcha = new Meter("CaptchaFunction");
        var newsroom = new Meter("NewsroomFunction");
        return HttpApi.of(template)
                .at(address)
                .with(articles.function(), lambda(articles, articles(clients.apply(articles), photos, clock, articles)))
                .with(comments.function(), lambda(comments, comments(clients.apply(comments), clock, comments)))
                .with(captcha.function(), lambda(captcha, captcha(clients.apply(captcha), clock, captcha)))
                .with(newsroom.function(), lambda(newsroom, newsroom(clients.apply(newsroom), clock, newsroom)));
    }

    /// The articles function with these tables.
    ArticlesFunction articles(DynamoDbClient dynamoDb, Photos photos, Clock clock, Meter meter) {
        var settings = ArticlesSettings.from(environment("ArticlesFunction"));
        return new ArticlesFunction(settings, DynamoDbConnection.over(dynamoDb), photos, clock, meter);
    }

    /// The comments function with these tables.
    CommentsFunction comments(DynamoDbClient dynamoDb, Clock clock, Meter meter) {
        var settings = CommentsSettings.from(environment("CommentsFunction"));
        var counters = Counters.in(dynamoDb, settings.limitsTable(), PATIENCE);
        return new CommentsFunction(settings, DynamoDbConnection.over(dynamoDb), counters, clock, meter);
    }

    /// The captcha function with these tables.
    CaptchaFunction captcha(DynamoDbClient dynamoDb, Clock clock, Meter meter) {
        var settings = CaptchaSettings.from(environment("CaptchaFunction"));
        var counters = Counters.in(dynamoDb, settings.limitsTable(), PATIENCE);
        var quotas = settings.quotas(counters, clock);
        return new CaptchaFunction(
                settings,
                () -> Outcomes.in(DynamoDbConnection.over(dynamoDb), settings.captchasTable()),
                quotas.watch(),
                quotas::sound,
                quotas::answer,
                clock,
                meter);
    }

    /// The newsroom function with these tables.
    NewsroomFunction newsroom(DynamoDbClient dynamoDb, Clock clock, Meter meter) {
        var settings = NewsroomSettings.from(environment("NewsroomFunction"));
        return new NewsroomFunction(settings, dynamoDb, witness, signIn, clock, meter);
    }

    private Lambda lambda(Meter meter, RequestStreamHandler function) {
        var definition = template.function(meter.function());
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
