package ykien.newsroom;

import java.util.function.UnaryOperator;
import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Decision;
import ykien.moderation.Moderation;
import ykien.moderation.Seen;
import ykien.newsroom.page.Back;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Makes an approved comment an editor's pick, or one no longer.
final class PickComment implements Desk.FormWork {
    private final Moderation moderation;
    private final Answers answers;

    PickComment(Moderation moderation, Answers answers) {
        this.moderation = moderation;
        this.answers = answers;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var id = Review.id(request);
        var seen = new Seen(id, Forms.version(form));
        var decision = Forms.isYes(form, "pick") ? new Decision.Pick() : new Decision.Unpick();
        var outcome = moderation.decide(seen, decision, Forms.actor(session.person()));
        return answers.told(outcome, request, session, Back.in(form), UnaryOperator.identity());
    }
}
