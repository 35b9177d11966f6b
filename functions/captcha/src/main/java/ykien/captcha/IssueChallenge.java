package ykien.captcha;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ykien.article.Slug;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.JsonBody;
import ykien.http.Limits;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.limit.Source;
import ykien.limit.Watch;

/// A challenge for a program: `{"article": SLUG}`, or `{"form": NAME}` for any other form of the site, gives the
/// token, the picture, where the sound is, and how long it holds.
final class IssueChallenge implements Action {
    private final Site site;
    private final Challenges challenges;
    private final Watch watch;

    IssueChallenge(Site site, Challenges challenges, Watch watch) {
        this.site = site;
        this.challenges = challenges;
        this.watch = watch;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        Limits.refuseOtherThan(request, "application/json");
        var body = JsonBody.texts(request.body(), Set.of("article", "form"));
        var form = form(body);
        var demand = watch.demand(form.name(), Source.of(request.address()));
        var issued = challenges.issue(form, demand.strength(), demand.work());
        var challenge = issued.challenge();
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeStringField("token", issued.seal());
                    to.writeStringField("image", DrawPicture.dataUrl(challenge));
                    to.writeStringField("sound", SpeakDigits.address(form, issued.seal()));
                    to.writeStringField("expiresAt", challenge.expiresAt().toString());
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store");
    }

    private static FormId form(Map<String, String> body) {
        var article = Optional.ofNullable(body.get("article")).flatMap(Slug::parse);
        var other = Optional.ofNullable(body.get("form")).flatMap(FormId::named);
        if (body.size() != 1 || article.isEmpty() == other.isEmpty()) {
            throw Refusal.badRequest(
                    "Cần đúng một trong hai: “article” là tên bài trong địa chỉ, hoặc “form” là tên một biểu mẫu khác.",
                    "Hãy gửi dạng {\"article\": \"ten-bai\"}.");
        }
        return article.map(FormId::under).or(() -> other).orElseThrow();
    }
}
