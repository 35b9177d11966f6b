package ykien.captcha;

import java.util.function.Function;
import ykien.captcha.sound.CaptchaSound;
import ykien.captcha.sound.Language;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.Request;
import ykien.http.Response;

/// The sound of a challenge, for whoever can't read the picture: see [AskedChallenge]. Vietnamese, or English for a
/// client that would rather have that. It can be had in parts, because iOS plays nothing else.
final class SpeakDigits implements Action {
    /// Which challenge it is.
    @FunctionalInterface
    interface Asked {
        /// Shows the challenge that the request asks for.
        Response answer(Request request, Function<Challenge, Response> shown);
    }

    private final Asked asked;

    SpeakDigits(Asked asked) {
        this.asked = asked;
    }

    @Override
    public Response answer(Request request) {
        var language = request.prefersEnglish() ? Language.ENGLISH : Language.VIETNAMESE;
        return asked.answer(request, challenge -> sound(challenge, language));
    }

    /// Where the sound of this form's challenge is.
    static String address(FormId form, String seal) {
        var path = form.isOfArticle()
                ? "/articles/" + form.name() + "/captcha.wav?"
                : "/captcha/sound?form=" + form.name() + "&";
        return path + "token=" + seal;
    }

    private static Response sound(Challenge challenge, Language language) {
        var wav = CaptchaSound.speak(
                challenge.spoken().digits(), language, challenge.id().bytes());
        return Response.ok("audio/wav", Body.of(wav))
                .withHeader("vary", "accept-language")
                .withHeader("accept-ranges", "bytes");
    }
}
