package ykien.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ykien.http.Fault;
import ykien.http.Parameters;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Decision;
import ykien.moderation.Moderation;
import ykien.moderation.Outcome;
import ykien.moderation.Piles;
import ykien.moderation.Seen;
import ykien.newsroom.page.Back;
import ykien.newsroom.page.BulkForm;
import ykien.newsroom.page.LatePage;
import ykien.newsroom.page.NewsroomPages;
import ykien.newsroom.page.Notice;
import ykien.newsroom.page.RefusalForm;
import ykien.newsroom.page.ShownComment;
import ykien.newsroom.page.Words;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Decides the same about all comments that are ticked in a list. Each is decided on its own: one that somebody else
/// was faster with keeps none of the others.
final class DecideComments implements Desk.FormWork {
    private final Moderation moderation;
    private final Review review;
    private final CommentLists lists;
    private final NewsroomPages pages;

    DecideComments(Moderation moderation, Review review, CommentLists lists, NewsroomPages pages) {
        this.moderation = moderation;
        this.review = review;
        this.lists = lists;
        this.pages = pages;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var words = Words.of(request);
        var chosen = chosen(form);
        var back = Back.in(form);
        if (chosen.isEmpty()) {
            var fault = new Fault(BulkForm.FIELD, words.say("fault.chosen"), words.say("fault.chosen-remedy"));
            var reason = form.one(RefusalForm.REASON_FIELD).orElse("");
            return faulty(request, session, back, bulk(chosen, reason, Optional.of(fault)));
        }
        return switch (SentDecision.read(form::one, words)) {
            case SentDecision.Complete complete -> decide(request, session, back, chosen, complete.decision());
            case SentDecision.Faulty(var typed) ->
                faulty(request, session, back, bulk(chosen, typed.reason(), typed.fault()));
        };
    }

    private static BulkForm bulk(List<Seen> chosen, String reason, Optional<Fault> fault) {
        return new BulkForm(chosen.stream().map(Seen::comment).collect(Collectors.toSet()), reason, fault);
    }

    /// @throws Refusal with status 400 if one is none of ours, or there are more than a page has
    private static List<Seen> chosen(Parameters form) {
        var choices = form.all(BulkForm.FIELD);
        var chosen = choices.stream()
                .flatMap(choice -> BulkForm.seen(choice).stream())
                .distinct()
                .toList();
        if (chosen.size() < choices.size() || chosen.size() > Piles.PAGE) {
            throw Refusal.badRequest(
                    "Những ý kiến được chọn không đúng, có ý kiến hai lần, hoặc quá " + Piles.PAGE + " ý kiến.",
                    "Hãy mở lại danh sách rồi chọn lại.");
        }
        return chosen;
    }

    private Response faulty(Request request, Session session, Back back, BulkForm bulk) {
        return pages.list(lists.page(request, session, back.list(), new Notice.None(), bulk))
                .withStatus(422);
    }

    private Response decide(Request request, Session session, Back back, List<Seen> chosen, Decision decision) {
        review.admit(session.person(), chosen);
        var outcomes = moderation.decide(chosen, decision, Forms.actor(session.person()));
        var decided = 0;
        var busy = 0;
        var others = new ArrayList<ShownComment>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Decided _ -> decided++;
                case Outcome.Busy _ -> busy++;
                case Outcome.Already _, Outcome.Needless _, Outcome.Unknown _ ->
                    review.find(outcome.comment()).ifPresent(others::add);
            }
        }
        if (others.isEmpty() && busy == 0) {
            return DecisionCount.on(Response.seeOther(back.telling(decided)), decision, outcomes);
        }
        var frame = pages.frame(request, session, back.list(), Optional.empty());
        return DecisionCount.on(pages.late(new LatePage(frame, decided, others, busy, back)), decision, outcomes);
    }
}
