package ykien.captcha;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import ykien.article.Slug;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.JsonBody;
import ykien.http.Limits;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;

/// A challenge for a program: `{"article": SLUG}` gives the token, the picture and how long it holds.
final class IssueChallenge implements Action {
    private final Challenges challenges;

    IssueChallenge(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public Response answer(Request request) {
        Limits.refuseOtherThan(request, "application/json");
        var article = Optional.ofNullable(
                        JsonBody.texts(request.body(), Set.of("article")).get("article"))
                .flatMap(Slug::parse)
                .orElseThrow(() -> Refusal.badRequest(
                        "Thiếu “article”, hoặc đó không phải là tên bài trong địa chỉ.",
                        "Hãy gửi dạng {\"article\": \"ten-bai\"}."));
        var issued = challenges.issue(FormId.under(article));
        var challenge = issued.challenge();
        var png =
                CaptchaPicture.draw(challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
        return Json.response(to -> {
                    to.writeStartObject();
                    to.writeStringField("token", issued.seal());
                    to.writeStringField(
                            "image",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
                    to.writeStringField("expiresAt", challenge.expiresAt().toString());
                    to.writeEndObject();
                })
                .withHeader("cache-control", "no-store");
    }
}
