package ykien.captcha;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.function.BiFunction;
import ykien.article.Slug;
import ykien.challenge.Challenge;
import ykien.challenge.ContentHash;
import ykien.challenge.Medium;
import ykien.challenge.Outcome;
import ykien.challenge.Outcomes;
import ykien.challenge.Seals;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.JsonBody;
import ykien.http.Limits;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.limit.Source;
import ykien.limit.Verdict;
import ykien.metric.Metric;
import ykien.page.Pages;

/// Tells ALTCHA's widget whether the work is done and the code right: `{"payload", "code"}`. Both must be; as long as
/// the work is not done, the code is not compared, so each guess costs work. The call spends the challenge, as every
/// answer does, and counts for its source, as every answer does: past its budget nothing but the harder picture is
/// compared, at ten times the budget nothing at all. What is not worked for is not counted: a count costs more than it.
///
/// What the widget then puts into its form is a receipt: base64 of `{"token", "answer"}`, with which the form's back
/// end asks `POST /captcha/answers`, or which is sent with a comment. Whoever calls again gets a receipt for the same
/// single form.
final class VerifyAltcha implements Action {
    private static final String TRY_AGAIN = " Hãy thử lại với hình mới.";
    private static final String WRONG = "Mã bảo vệ chưa đúng." + TRY_AGAIN;
    private static final String WEAK =
            "Mạng của bạn đang gửi nhiều mã, nên mã phải khó hơn. Hãy thử lại với hình mới sau 20 giây.";

    private final Site site;
    private final Seals seals;
    private final Outcomes outcomes;
    private final BiFunction<Source, Slug, Verdict> answers;
    private final Pages pages;
    private final InstantSource clock;

    VerifyAltcha(
            Site site,
            Seals seals,
            Outcomes outcomes,
            BiFunction<Source, Slug, Verdict> answers,
            Pages pages,
            InstantSource clock) {
        this.site = site;
        this.seals = seals;
        this.outcomes = outcomes;
        this.answers = answers;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        Limits.refuseOtherThan(request, "application/json");
        var texts = JsonBody.texts(request.body(), Set.of("payload", "code"));
        return AltchaChallenge.read(decoded(texts.getOrDefault("payload", "")), seals)
                .filter(AltchaChallenge.Solved::isDone)
                .map(solved -> told(request, solved.challenge(), texts.getOrDefault("code", "")))
                .orElseGet(() ->
                        refused(WRONG, Metric.CAPTCHA_WRONG)); // forged, malformed, without work, and wrong look alike
    }

    private Response told(Request request, AltchaChallenge altcha, String code) {
        var challenge = altcha.challenge();
        var now = clock.instant();
        if (challenge.isExpired(now)) {
            return refused("Mã bảo vệ đã hết hạn." + TRY_AGAIN, Metric.CAPTCHA_EXPIRED);
        }
        if (challenge.isTooYoung(now)) {
            return refused("Mã bảo vệ được nhập quá nhanh." + TRY_AGAIN, Metric.CAPTCHA_EARLY);
        }
        var verdict = answers.apply(Source.of(request.address()), altcha.form().name());
        return verdict.admits(challenge) ? answered(altcha, code) : heldBack(request, altcha, code, verdict);
    }

    private Response answered(AltchaChallenge altcha, String code) {
        var right = right(altcha, code);
        var medium = altcha.challenge().answeredBy(code);
        return switch (outcomes.settle(altcha.challenge(), medium.isPresent() ? right : new Outcome.Missed())) {
            case Outcome.Missed _ -> refused(WRONG, Metric.CAPTCHA_WRONG);
            case Outcome.Spent spent
            when spent.equals(right) -> verified(altcha, medium.orElseThrow()).counting(Metric.CAPTCHA_RIGHT);
            case Outcome.Spent _ -> refused("Mã bảo vệ này đã dùng rồi." + TRY_AGAIN, Metric.CAPTCHA_SPENT);
        };
    }

    /// Nothing is compared, nothing spent. What was verified before still gets its receipt.
    private Response heldBack(Request request, AltchaChallenge altcha, String code, Verdict verdict) {
        return outcomes.of(altcha.challenge())
                .filter(right(altcha, code)::equals)
                .flatMap(_ -> altcha.challenge().answeredBy(code))
                .map(medium -> verified(altcha, medium))
                .orElseGet(() -> verdict.retryAfter()
                        .map(wait -> tooMany(request, wait))
                        .orElseGet(() -> refused(WEAK, Metric.CAPTCHA_WEAK)));
    }

    private Response tooMany(Request request, Duration wait) {
        var problem = Problem.of(
                429,
                "too-many",
                "Chưa xem được mã",
                "Đã có quá nhiều mã gửi từ mạng của bạn. Hãy gửi lại sau " + (wait.toSeconds() + 59) / 60 + " phút.");
        return pages.problem(request, problem).withHeader("retry-after", Long.toString(wait.toSeconds()));
    }

    /// The outcome of this very call, if its code is right.
    private static Outcome.Spent right(AltchaChallenge altcha, String code) {
        var form = altcha.form().value();
        return new Outcome.Spent(form, ContentHash.of("altcha", form, code));
    }

    private Response verified(AltchaChallenge altcha, Medium medium) {
        var receipt = seals.seal(altcha.challenge().receipt(), altcha.form().withWork());
        var payload = Json.body(to -> {
            to.writeStartObject();
            to.writeStringField("token", receipt);
            to.writeStringField("answer", answer(altcha.challenge(), medium));
            to.writeEndObject();
        });
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeBooleanField("verified", true);
                    to.writeStringField("payload", Base64.getEncoder().encodeToString(payload.bytes()));
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store");
    }

    /// The widget shows the reason, and a status of 400 or more it takes for a broken server.
    private static Response refused(String reason, Metric counted) {
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeBooleanField("verified", false);
                    to.writeStringField("reason", reason);
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store")
                .counting(counted);
    }

    private static String answer(Challenge challenge, Medium medium) {
        return switch (medium) {
            case PICTURE -> challenge.answer().symbols();
            case SOUND -> challenge.spoken().digits();
        };
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
