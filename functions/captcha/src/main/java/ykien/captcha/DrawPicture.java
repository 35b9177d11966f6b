package ykien.captcha;

import java.time.InstantSource;
import java.util.Optional;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;

/// The picture of a challenge.
///
/// With `?token=` it is that token's, which a form carries along. Else it is the cookie's, as long as there is time
/// enough left to type it: a second tab, a reload or Back then never makes a shown picture wrong. Else a new one's.
final class DrawPicture implements Action {
    private final Seals seals;
    private final Challenges challenges;
    private final CaptchaCookie cookie;
    private final InstantSource clock;

    DrawPicture(Seals seals, Challenges challenges, CaptchaCookie cookie, InstantSource clock) {
        this.seals = seals;
        this.challenges = challenges;
        this.cookie = cookie;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        var article = Slug.parse(request.pathParameter("slug")).orElseThrow(() -> new Refusal(UnknownArticle.PROBLEM));
        var form = FormId.under(article);
        var token = request.queryParameters().one("token");
        if (token.isPresent()) {
            return picture(seals.open(token.get(), form).orElseThrow(DrawPicture::unknownToken));
        }
        return kept(request, form).map(DrawPicture::picture).orElseGet(() -> fresh(article, form));
    }

    private Optional<Challenge> kept(Request request, FormId form) {
        return CaptchaCookie.in(request)
                .flatMap(seal -> seals.open(seal, form))
                .filter(challenge -> challenge.hasEnoughLeft(clock.instant()));
    }

    private Response fresh(Slug article, FormId form) {
        var issued = challenges.issue(form);
        return picture(issued.challenge()).withCookie(cookie.keep(issued.seal(), article));
    }

    private static Response picture(Challenge challenge) {
        var png =
                CaptchaPicture.draw(challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
        return Response.ok("image/png", Body.of(png)).withHeader("cache-control", "no-store");
    }

    private static Refusal unknownToken() {
        return new Refusal(Problem.of(
                404,
                "unknown-token",
                "Không có hình cho mã này",
                "Phần “token” trong địa chỉ không phải do trang này đưa ra. Hãy mở lại bài viết để có hình mới."));
    }
}
