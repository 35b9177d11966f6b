package ykien.challenge;

import java.util.Optional;
import ykien.article.Slug;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// The cookies that carry a seal from the picture to the form: of one article, out of a script's reach. There is one
/// for the picture that is shown, and one that remembers the challenge that let a comment in, so that the same form
/// sent again is known though its picture is spent.
public final class CaptchaCookie {
    private static final String SHOWN = "captcha";
    private static final String SENT = "captcha-sent";

    private final Site site;

    /// The cookies on this site.
    public CaptchaCookie(Site site) {
        this.site = site;
    }

    /// The seal of the picture that the client was shown.
    public static Optional<String> in(Request request) {
        return seal(request, SHOWN);
    }

    /// The seal with which the client has sent a comment before.
    public static Optional<String> sent(Request request) {
        return seal(request, SENT);
    }

    /// A `Set-Cookie` that keeps this seal as long as its challenge lives.
    public String keep(String seal, Slug article) {
        return cookie(SHOWN, seal, article, Challenge.LIFETIME.toSeconds());
    }

    /// A `Set-Cookie` that takes the seal away.
    public String clear(Slug article) {
        return cookie(SHOWN, "", article, 0);
    }

    /// The response, taking away the seal that has let a comment in, and remembering it as sent.
    public Response spent(Response response, Optional<String> seal, Slug article) {
        var cleared = response.withCookie(clear(article));
        return seal.map(it -> cleared.withCookie(cookie(SENT, it, article, Challenge.LIFETIME.toSeconds())))
                .orElse(cleared);
    }

    private static Optional<String> seal(Request request, String name) {
        return request.cookie(name).filter(seal -> !seal.isEmpty());
    }

    private String cookie(String name, String seal, Slug article, long seconds) {
        return name + "=" + seal + "; Path=/articles/" + article + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (site.isSecure() ? "; Secure" : "");
    }
}
