package ykien.captcha;

import java.time.Duration;
import java.util.function.Function;
import ykien.captcha.sound.CaptchaSound;
import ykien.captcha.sound.Language;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.http.Action;
import ykien.http.Body;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.http.Response;
import ykien.limit.Source;
import ykien.limit.Verdict;
import ykien.page.Pages;

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
    private final Function<Source, Verdict> sounds;
    private final Pages pages;

    SpeakDigits(Asked asked, Function<Source, Verdict> sounds, Pages pages) {
        this.asked = asked;
        this.sounds = sounds;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request) {
        return isBegun(request)
                ? sounds.apply(Source.of(request.address()))
                        .retryAfter()
                        .map(wait -> tooMany(request, wait))
                        .orElseGet(() -> given(request))
                : given(request);
    }

    /// A player that asks for the parts behind the first has been counted.
    private static boolean isBegun(Request request) {
        return request.header("range")
                .filter(range -> !range.startsWith("bytes=0-"))
                .isEmpty();
    }

    private Response tooMany(Request request, Duration wait) {
        var problem = Problem.of(
                429,
                "too-many",
                "Chưa nghe được mã",
                "Đã có quá nhiều lần nghe từ mạng của bạn. Hãy nghe lại sau " + (wait.toSeconds() + 59) / 60
                        + " phút, hoặc nhập mã trong hình.");
        return pages.problem(request, problem).withHeader("retry-after", Long.toString(wait.toSeconds()));
    }

    private Response given(Request request) {
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
