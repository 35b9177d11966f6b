package ykien.newsroom;

import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.http.Parameters;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Moderation;
import ykien.newsroom.page.Back;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Closes the comments of an article, or opens them again.
final class OpenArticle implements Desk.FormWork {
    private final Moderation moderation;

    OpenArticle(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var slug = Slug.parse(request.pathParameter("slug")).orElseThrow(OpenArticle::unknown);
        var open = Forms.isYes(form, "open");
        return switch (moderation.takeComments(slug, open, Forms.actor(session.person()))) {
            case DONE, NEEDLESS -> Response.seeOther(Back.in(form).path());
            case UNKNOWN -> throw unknown();
            case BUSY -> throw Forms.busy();
        };
    }

    private static Refusal unknown() {
        return new Refusal(UnknownArticle.PROBLEM);
    }
}
