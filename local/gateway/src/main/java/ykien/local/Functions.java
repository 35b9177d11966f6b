package ykien.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
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
import ykien.settings.Environment;

/// The template's functions, in this process, each with the environment that the template gives it. Only what the
/// template leaves to the cloud's secrets comes from here.
record Functions(Template template, String captchaKeys) {
    /// The template's HTTP API at this address, with all of its functions behind it.
    HttpApi behind(URI address, DynamoDbEnhancedClient dynamoDb, Photos photos, Clock clock) {
        return HttpApi.of(template)
                .at(address)
                .with(
                        "ArticlesFunction",
                        lambda(
                                "ArticlesFunction",
                                new ArticlesFunction(
                                        ArticlesSettings.from(environment("ArticlesFunction")),
                                        dynamoDb,
                                        photos,
                                        clock)))
                .with(
                        "CommentsFunction",
                        lambda(
                                "CommentsFunction",
                                new CommentsFunction(
                                        CommentsSettings.from(environment("CommentsFunction")), dynamoDb, clock)))
                .with("CaptchaFunction", lambda("CaptchaFunction", captcha(dynamoDb, clock)));
    }

    /// The captcha function alone.
    CaptchaFunction captcha(DynamoDbEnhancedClient dynamoDb, Clock clock) {
        var settings = CaptchaSettings.from(environment("CaptchaFunction"));
        return new CaptchaFunction(settings, () -> Outcomes.in(dynamoDb, settings.captchasTable()), clock);
    }

    private Lambda lambda(String id, RequestStreamHandler function) {
        var definition = template.function(id);
        return (event, answer) -> function.handleRequest(event, answer, LambdaContext.of(definition));
    }

    /// The environment of one function.
    Environment environment(String id) {
        var variables = new HashMap<>(template.function(id).environment());
        variables.replace("CAPTCHA_KEYS", captchaKeys);
        return new Environment(variables);
    }
}
