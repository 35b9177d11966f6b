package ykien.newsroom;

import java.util.List;
import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Moderation;
import ykien.moderation.Seen;
import ykien.newsroom.page.Back;
import ykien.newsroom.page.Words;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Approves or refuses one comment, or takes that back.
final class DecideComment implements Desk.FormWork {
    private final Moderation moderation;
    private final Review review;
    private final Answers answers;

    DecideComment(Moderation moderation, Review review, Answers answers) {
        this.moderation = moderation;
        this.review = review;
        this.answers = answers;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var id = Review.id(request);
        var seen = new Seen(id, Forms.version(form));
        var back = Back.in(form);
        review.admit(session.person(), List.of(seen));
        return switch (SentDecision.read(form::one, Words.of(request))) {
            case SentDecision.Complete(var decision, var typed) -> {
                var outcome = moderation.decide(seen, decision, Forms.actor(session.person()));
                var told = answers.told(outcome, request, session, back, page -> page.with(typed));
                yield DecisionCount.on(told, decision, List.of(outcome));
            }
            case SentDecision.Faulty(var typed) -> answers.faulty(request, session, id, back, page -> page.with(typed));
        };
    }
}
