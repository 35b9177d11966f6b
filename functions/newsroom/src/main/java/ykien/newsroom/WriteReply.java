package ykien.newsroom;

import java.util.Optional;
import ykien.http.Fault;
import ykien.http.Parameters;
import ykien.http.Request;
import ykien.http.Response;
import ykien.moderation.Decision;
import ykien.moderation.Moderation;
import ykien.moderation.Note;
import ykien.moderation.Seen;
import ykien.newsroom.page.Back;
import ykien.newsroom.page.ReplyForm;
import ykien.newsroom.page.Words;
import ykien.signin.Desk;
import ykien.signin.Session;

/// Writes the newsroom's reply to a comment, changes it, or takes it away.
final class WriteReply implements Desk.FormWork {
    private final Moderation moderation;
    private final Answers answers;

    WriteReply(Moderation moderation, Answers answers) {
        this.moderation = moderation;
        this.answers = answers;
    }

    @Override
    public Response answer(Request request, Session session, Parameters form) {
        var id = Review.id(request);
        var seen = new Seen(id, Forms.version(form));
        var back = Back.in(form);
        var typed = form.one(ReplyForm.FIELD).orElse("");
        var remove = form.one("do").filter("remove"::equals).isPresent();
        var fault = remove ? Optional.<Fault>empty() : fault(Note.typed(typed), Words.of(request));
        if (fault.isPresent()) {
            return answers.faulty(request, session, id, back, page -> page.with(new ReplyForm(typed, fault)));
        }
        var decision = remove ? new Decision.RemoveReply() : new Decision.Reply(Note.typed(typed));
        return answers.told(
                moderation.decide(seen, decision, Forms.actor(session.person())),
                request,
                session,
                back,
                page -> page.with(new ReplyForm(typed, Optional.empty())));
    }

    /// What is wrong with a reply; empty for nothing.
    static Optional<Fault> fault(Note reply, Words words) {
        if (reply.isBlank()) {
            return Optional.of(new Fault(ReplyForm.FIELD, words.say("fault.reply"), words.say("fault.reply-remedy")));
        }
        return reply.length() <= Note.LONGEST_REPLY
                ? Optional.empty()
                : Optional.of(new Fault(
                        ReplyForm.FIELD,
                        words.say("fault.reply-long", reply.length(), Note.LONGEST_REPLY),
                        words.say("fault.shorten")));
    }
}
