package ykien.newsroom;

import java.time.Duration;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.newsroom.page.ListQuery;
import ykien.newsroom.page.Words;
import ykien.signin.Desk;
import ykien.signin.Session;

/// The queue, or, where the query has a `language`, the choice of it, and then the queue.
final class ChooseLanguage implements Desk.Work {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Site site;
    private final Desk.Work queue;

    ChooseLanguage(Site site, Desk.Work queue) {
        this.site = site;
        this.queue = queue;
    }

    @Override
    public Response answer(Request request, Session session) {
        return request.queryParameters()
                .one("language")
                .flatMap(Words::in)
                .map(words -> Response.seeOther(ListQuery.QUEUE.path()).withCookie(cookie(words)))
                .orElseGet(() -> queue.answer(request, session));
    }

    private String cookie(Words words) {
        return Words.COOKIE + "=" + words.language() + "; Path=/newsroom; Max-Age=" + REMEMBERED.toSeconds()
                + "; HttpOnly; SameSite=Lax" + (site.isSecure() ? "; Secure" : "");
    }
}
