package ykien.captcha;

import java.util.Base64;
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

    /// The picture as a `data:` URL (RFC 2397), for those who get the challenge as JSON.
    static String dataUrl(Challenge challenge) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(challenge));
    }

    private static Response picture(Challenge challenge) {
        return Response.ok("image/png", Body.of(png(challenge)));
    }

    private static byte[] png(Challenge challenge) {
        return CaptchaPicture.draw(challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());
    }
}
