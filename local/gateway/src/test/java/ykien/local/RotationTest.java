package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ykien.article.Slug;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;

/// "Rotate the captcha keys" in docs/deploying.md, step by step. A deployment reaches one function before the other,
/// and some of a function's readers before the rest, so two neighbouring steps are live at once: whatever one issues
/// the other must take.
class RotationTest {
    private static final String FIRST = "\"1\":\"" + "a".repeat(64) + "\"";
    private static final String SECOND = "\"2\":\"" + "b".repeat(64) + "\"";
    private static final List<String> STEPS = List.of(
            "{\"current\":\"1\"," + FIRST + "}",
            "{\"current\":\"1\"," + FIRST + "," + SECOND + "}",
            "{\"current\":\"2\"," + FIRST + "," + SECOND + "}",
            "{\"current\":\"2\"," + SECOND + "}");

    private static final String PICTURE = "/articles/mua-he/captcha.png";
    private static final Pattern TOKEN = Pattern.compile("(?:name=\"token\" value=|\"token\":)\"([0-9A-Za-z_-]+)\"");
    private static final FormId ARTICLE = FormId.under(new Slug("mua-he"));
    private static final FormId CONTACT = FormId.named("contact").orElseThrow();

    private final WholeSite site = new WholeSite();
    private final List<HttpApi> steps = STEPS.stream().map(site::under).toList();
    private final Seals seals = new Seals(SealKeys.parse(STEPS.get(1))); // which opens what either key has sealed

    /// @param issuing the step that the function is at which issues a challenge
    /// @param answered the step of the one that gets the answer
    record Live(int issuing, int answered) {}

    static Stream<Live> neighbours() {
        return IntStream.range(0, STEPS.size())
                .boxed()
                .flatMap(step -> IntStream.of(step - 1, step, step + 1)
                        .filter(other -> other >= 0 && other < STEPS.size())
                        .mapToObj(other -> new Live(step, other)));
    }

    @BeforeEach
    void publish() {
        site.publish("mua-he", true);
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void A_reader_does_not_notice(Live live) {
        var issuing = steps.get(live.issuing());
        var answered = steps.get(live.answered());
        var picture = issuing.send(HttpRequest.get(PICTURE));
        var seal = picture.cookie("captcha").orElseThrow();
        site.wait(Challenge.MINIMUM_AGE);

        assertThat(answered.send(HttpRequest.get(PICTURE).cookie("captcha", seal))
                        .body())
                .isEqualTo(picture.body());
        assertThat(answered.send(comment(seal)).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void Who_gets_the_form_back_does_not_notice(Live live) {
        var refused = steps.get(live.issuing())
                .send(HttpRequest.post("/articles/mua-he/comments").form(Map.of("name", "Lan")));
        var seal = token(refused.text());
        site.wait(Challenge.MINIMUM_AGE);

        var answered = steps.get(live.answered());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(answered.send(HttpRequest.get(PICTURE + "?token=" + seal)).status())
                .isEqualTo(200);
        assertThat(answered.send(comment(seal)).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void Another_forms_back_end_does_not_notice(Live live) {
        var seal = token(steps.get(live.issuing())
                .send(HttpRequest.post("/captcha").json("{\"form\":\"contact\"}"))
                .text());
        site.wait(Challenge.MINIMUM_AGE);
        var question = WholeSite.signed(HttpRequest.post("/captcha/answers"))
                .json("{\"token\":\"" + seal + "\",\"answer\":\"" + answer(seal, CONTACT) + "\",\"form\":\"contact\"}");

        assertThat(steps.get(live.answered()).send(question).status()).isEqualTo(200);
    }

    /// That is what the three steps are for.
    @Test
    void In_one_step_it_would_be_noticed() {
        var seal = steps.getFirst()
                .send(HttpRequest.get(PICTURE))
                .cookie("captcha")
                .orElseThrow();
        site.wait(Challenge.MINIMUM_AGE);

        assertThat(steps.getLast().send(comment(seal)).text()).contains("Mã bảo vệ chưa đúng.");
    }

    private HttpRequest comment(String seal) {
        return HttpRequest.post("/articles/mua-he/comments")
                .cookie("captcha", seal)
                .form(Map.of(
                        "name", "Lan",
                        "email", "lan@example.com",
                        "content", "Bài hay.",
                        "answer", answer(seal, ARTICLE)));
    }

    private String answer(String seal, FormId form) {
        return seals.open(seal, form).orElseThrow().answer().symbols();
    }

    private static String token(String text) {
        return TOKEN.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
