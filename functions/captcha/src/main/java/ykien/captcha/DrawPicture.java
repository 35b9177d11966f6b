package ykien.captcha;

import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.Challenge;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.Request;
import ykien.http.Response;

/// The picture of a challenge, for the form: see [AskedChallenge].
final class DrawPicture implements Action {
    private final AskedChallenge asked;

    DrawPicture(AskedChallenge asked) {
        this.asked = asked;
    }

    @Override
    public Response answer(Request request) {
        return asked.answer(request, DrawPicture::picture);
    }

    private static Response picture(Challenge challenge) {
        var png =
                CaptchaPicture.draw(challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
        return Response.ok("image/png", Body.of(png));
    }
}
