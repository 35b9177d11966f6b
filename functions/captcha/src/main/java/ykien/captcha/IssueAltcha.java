package ykien.captcha;

import ykien.article.Slug;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.limit.Source;
import ykien.limit.Watch;

/// A challenge for ALTCHA's widget, `?form=NAME` or `?article=SLUG`: work for the browser, and our picture
/// and sound as its code challenge. It tells the widget itself where to have both verified.
final class IssueAltcha implements Action {
    private final Seals seals;
    private final Challenges challenges;
    private final Watch watch;

    IssueAltcha(Seals seals, Challenges challenges, Watch watch) {
        this.seals = seals;
        this.challenges = challenges;
        this.watch = watch;
    }

    @Override
    public Response answer(Request request) {
        var form = form(request);
        var demand = watch.demand(form.name(), Source.of(request.address()));
        var issued = challenges.issue(form, demand.strength(), demand.work());
        var challenge = issued.challenge();
        var altcha = AltchaChallenge.of(issued.seal(), form, challenge, seals);
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeObjectFieldStart("codeChallenge");
                    to.writeStringField("image", DrawPicture.dataUrl(challenge));
                    to.writeStringField("audio", SpeakDigits.address(form, issued.seal()));
                    to.writeEndObject();
                    to.writeObjectFieldStart("configuration");
                    to.writeStringField("verifyUrl", "/captcha/altcha/verify");
                    to.writeEndObject();
                    to.writeFieldName("parameters");
                    to.writeRawValue(altcha.parameters());
                    to.writeStringField("signature", altcha.signature());
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store");
    }

    private static FormId form(Request request) {
        var query = request.queryParameters();
        var article = query.one("article");
        var other = query.one("form");
        var form = article.flatMap(Slug::parse).map(FormId::under).or(() -> other.flatMap(FormId::named));
        if (article.isPresent() == other.isPresent() || form.isEmpty()) {
            throw Refusal.badRequest(
                    "Địa chỉ cần đúng một trong hai: “form” là tên biểu mẫu, hoặc “article” là tên bài.",
                    "Hãy dùng dạng /captcha/altcha?form=ten-bieu-mau.");
        }
        return form.get();
    }
}
