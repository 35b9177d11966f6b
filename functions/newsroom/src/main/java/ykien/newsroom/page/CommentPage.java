package ykien.newsroom.page;

import java.util.List;
import java.util.Optional;
import ykien.comment.Report;
import ykien.moderation.Contact;

/// One comment, with all that can be done about it.
///
/// @param reports what readers reported of it since somebody last decided about it
/// @param back where its forms lead
/// @param refusal what somebody has chosen and typed already
/// @param reply the newsroom's reply as it stands in its form
/// @param contact how to reach who sent it, where that was asked for
public record CommentPage(
        Frame frame,
        ShownComment shown,
        List<Report> reports,
        Back back,
        RefusalForm refusal,
        ReplyForm reply,
        Optional<Contact> contact,
        Notice notice) {
    /// The page as it is opened.
    public static CommentPage of(Frame frame, ShownComment shown, List<Report> reports) {
        var reply = shown.comment().standing().reply().map(it -> it.text()).orElse("");
        return new CommentPage(
                frame,
                shown,
                reports,
                Back.to(shown.comment().id()),
                RefusalForm.EMPTY,
                new ReplyForm(reply, Optional.empty()),
                Optional.empty(),
                new Notice.None());
    }

    /// The same, telling this first.
    public CommentPage telling(Notice notice) {
        return new CommentPage(frame, shown, reports, back, refusal, reply, contact, notice);
    }

    /// The same, whose forms lead there.
    public CommentPage leadingTo(Back back) {
        return new CommentPage(frame, shown, reports, back, refusal, reply, contact, notice);
    }

    /// The same with what was typed about a refusal.
    public CommentPage with(RefusalForm refusal) {
        return new CommentPage(frame, shown, reports, back, refusal, reply, contact, notice);
    }

    /// The same with what was typed as a reply.
    public CommentPage with(ReplyForm reply) {
        return new CommentPage(frame, shown, reports, back, refusal, reply, contact, notice);
    }

    /// The same with how to reach who sent it.
    public CommentPage with(Contact contact) {
        return new CommentPage(frame, shown, reports, back, refusal, reply, Optional.of(contact), notice);
    }

    /// Whether somebody was late.
    public boolean isLate() {
        return notice instanceof Notice.Late;
    }

    @Override
    public String toString() {
        return "CommentPage[hidden]";
    }
}
