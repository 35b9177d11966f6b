package ykien.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import ykien.challenge.Answer;
import ykien.challenge.Challenge;
import ykien.challenge.ChallengeId;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.SpokenAnswer;
import ykien.challenge.Strength;

/// The captcha function as Lambda starts it, in a process that a test starts and looks at: issues a challenge twice,
/// and with the argument `answer` also validates one.
final class OneChallenge {
    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> "");

    private OneChallenge() {}

    public static void main(String[] arguments) throws IOException {
        var events = Path.of(arguments[0]);
        var function = new CaptchaFunction();
        System.out.println("picture " + answer(function, Files.readString(events.resolve("get-captcha.json"))));
        System.out.println("token " + answer(function, Files.readString(events.resolve("post-captcha.json"))));
        if (arguments.length > 1) {
            var event =
                    Files.readString(events.resolve("validate-captcha.json")).replaceFirst("1A{73}", seal());
            System.out.println("answer " + answer(function, event));
        }
    }

    private static String answer(CaptchaFunction function, String event) throws IOException {
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, NO_CONTEXT);
        return answer.toString(UTF_8).substring(0, 20);
    }

    /// Of a challenge for the event's form that is old enough to be answered.
    private static String seal() {
        var challenge = new Challenge(
                new ChallengeId(new byte[ChallengeId.LENGTH]),
                Instant.now().minusSeconds(30),
                Strength.STROKES,
                new Answer("22222"),
                new SpokenAnswer("000000"));
        return new Seals(SealKeys.parse(System.getenv("CAPTCHA_KEYS")))
                .seal(challenge, FormId.named("contact").orElseThrow());
    }
}
