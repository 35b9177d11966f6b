package ykien.challenge;

import java.util.Optional;
import ykien.article.Slug;
import ykien.http.Request;
import ykien.http.Site;

/// The cookie that carries a seal from the picture to the form: of one article, out of a script's reach.
public final class CaptchaCookie {
    private static final String NAME = "captcha";

    private final Site site;

    /// The cookie on this site.
    public CaptchaCookie(Site site) {
        this.site = site;
    }

    /// The seal that the client sent along.
    public static Optional<String> in(Request request) {
        return request.cookie(NAME).filter(seal -> !seal.isEmpty());
    }

    /// A `Set-Cookie` that keeps this seal as long as its challenge lives.
    public String keep(String seal, Slug article) {
        return NAME + "=" + seal + attributes(article, Challenge.LIFETIME.toSeconds());
    }

    /// A `Set-Cookie` that takes the seal away.
    public String clear(Slug article) {
        return NAME + "=" + attributes(article, 0);
    }

    private String attributes(Slug article, long seconds) {
        return "; Path=/articles/" + article + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (site.isSecure() ? "; Secure" : "");
    }
}
