package ykien.captcha;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ykien.challenge.Challenge;
import ykien.challenge.ContentHash;
import ykien.challenge.FormId;
import ykien.challenge.Medium;
import ykien.challenge.Outcome;
import ykien.challenge.Outcomes;
import ykien.challenge.Seals;
import ykien.http.Action;
import ykien.http.Fault;
import ykien.http.Json;
import ykien.http.JsonBody;
import ykien.http.Limits;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.metric.Metric;
import ykien.page.Pages;

/// Tells the back end of another form whether `{"token", "answer", "form"}` is right: 200, or 422 with what to tell
/// the reader, so that whoever looks at the status alone takes nothing wrong for right.
///
/// It is no oracle: the challenge is spent by the call, whatever comes of it, but for an answer that is too early,
/// which is not compared. Even a right one counts once, or else one picture that was read would let any number of
/// forms in. Only the very same call is answered again as it was first; what makes it the same is `content`, which
/// the back end may add: the form's fields, a hash of them, or an id of the attempt.
final class ValidateAnswer implements Action {
    private static final String TYPE_NEW_ANSWER = "Hãy nhập mã trong hình mới.";

    private final Seals seals;
    private final Outcomes outcomes;
    private final Pages pages;
    private final InstantSource clock;

    ValidateAnswer(Seals seals, Outcomes outcomes, Pages pages, InstantSource clock) {
        this.seals = seals;
        this.outcomes = outcomes;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        Limits.refuseOtherThan(request, "application/json");
        var texts = JsonBody.texts(request.body(), Set.of("token", "answer", "form", "content"));
        var token = required(texts, "token");
        var answer = required(texts, "answer");
        var form = FormId.named(required(texts, "form"))
                .orElseThrow(() -> Refusal.badRequest(
                        "“form” không phải là tên một biểu mẫu.", "Hãy dùng tên đã gửi cho POST /captcha."));
        var right = new Outcome.Spent(form.value(), ContentHash.of(form.value(), answer, content(texts)));
        return seals.open(token, form)
                .map(challenge -> told(request, challenge, answer, right, false))
                .or(() ->
                        seals.open(token, form.withWork()).map(receipt -> told(request, receipt, answer, right, true)))
                .orElseGet(() -> wrong(request)); // forged, malformed and wrong look alike
    }

    private Response told(Request request, Challenge challenge, String answer, Outcome.Spent right, boolean worked) {
        var now = clock.instant();
        var medium = challenge.answeredBy(answer);
        if (challenge.isExpired(now)) {
            return outcomes.of(challenge).filter(right::equals).isPresent()
                    ? right(medium, worked)
                    : refused(request, "expired-challenge", "Mã bảo vệ đã hết hạn.", TYPE_NEW_ANSWER)
                            .counting(Metric.CAPTCHA_EXPIRED);
        }
        if (challenge.isTooYoung(now)) {
            return refused(request, "too-early", "Mã bảo vệ được nhập quá nhanh.", "Hãy chờ hai giây rồi gửi lại.")
                    .withHeader("retry-after", "2")
                    .counting(Metric.CAPTCHA_EARLY);
        }
        return switch (outcomes.settle(challenge, medium.isPresent() ? right : new Outcome.Missed())) {
            case Outcome.Missed _ -> wrong(request);
            case Outcome.Spent spent
            when spent.equals(right) -> right(medium, worked).counting(Metric.CAPTCHA_RIGHT);
            case Outcome.Spent _ ->
                refused(request, "spent-challenge", "Mã bảo vệ này đã dùng rồi.", TYPE_NEW_ANSWER)
                        .counting(Metric.CAPTCHA_SPENT);
        };
    }

    /// Without any content no later call is this one; but DynamoDB's client, which may send a put twice, finds its
    /// own.
    private static String content(Map<String, String> texts) {
        return Optional.ofNullable(texts.get("content")).orElseGet(() -> {
            var random = new byte[16];
            new SecureRandom().nextBytes(random);
            return HexFormat.of().formatHex(random);
        });
    }

    private static String required(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.get(name))
                .orElseThrow(() -> Refusal.badRequest(
                        "Thiếu “" + name + "”.",
                        "Hãy gửi dạng {\"token\": \"…\", \"answer\": \"…\", \"form\": \"ten-bieu-mau\"}."));
    }

    private static Response right(Optional<Medium> medium, boolean worked) {
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeBooleanField("right", true);
                    to.writeStringField("medium", medium.orElseThrow().name().toLowerCase(Locale.ROOT));
                    to.writeBooleanField("worked", worked);
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store");
    }

    private Response wrong(Request request) {
        return refused(request, "wrong-answer", "Mã bảo vệ chưa đúng.", TYPE_NEW_ANSWER)
                .counting(Metric.CAPTCHA_WRONG);
    }

    private Response refused(Request request, String type, String wrong, String remedy) {
        var fault = new Fault("answer", wrong, remedy);
        return pages.problem(
                request, new Problem(422, type, "Chưa gửi được", fault.text(), List.of(fault), Optional.empty()));
    }
}
