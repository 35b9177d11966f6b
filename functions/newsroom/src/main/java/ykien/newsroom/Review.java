package ykien.newsroom;

import java.util.List;
import java.util.Optional;
import ykien.checking.Checker;
import ykien.checking.Writing;
import ykien.comment.CommentId;
import ykien.comment.ReceivedReports;
import ykien.comment.Report;
import ykien.comment.Reports;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.moderation.Moderated;
import ykien.moderation.Piles;
import ykien.moderation.Seen;
import ykien.newsroom.page.Findings;
import ykien.newsroom.page.ShownComment;
import ykien.signin.Desk;
import ykien.signin.Person;
import ykien.signin.Role;

/// Comments as the desk looks at them: what lies there, with what the checker finds in it.
final class Review {
    private static final Problem UNKNOWN = Problem.of(
            404,
            "unknown-comment",
            "Không tìm thấy ý kiến",
            "Không có ý kiến nào ở địa chỉ này. Hãy kiểm tra lại địa chỉ, hoặc về hàng chờ duyệt.");

    private final Piles piles;
    private final ReceivedReports reports;
    private final CurrentChecker checker;

    Review(Piles piles, ReceivedReports reports, CurrentChecker checker) {
        this.piles = piles;
        this.reports = reports;
        this.checker = checker;
    }

    /// The id that the path names.
    ///
    /// @throws Refusal with status 404 if it is none
    static CommentId id(Request request) {
        return CommentId.parse(request.pathParameter("id")).orElseThrow(Review::unknown);
    }

    static Refusal unknown() {
        return new Refusal(UNKNOWN);
    }

    /// What readers reported is an editor's to settle: of anybody else's choice the comments are looked at first.
    ///
    /// @throws Refusal with status 403 if this person may not decide about one of them
    void admit(Person person, List<Seen> chosen) {
        if (!person.role().includes(Role.EDITOR) && chosen.stream().anyMatch(seen -> isReported(seen.comment()))) {
            throw new Refusal(Desk.forbidden(Role.EDITOR));
        }
    }

    private boolean isReported(CommentId id) {
        return piles.find(id).filter(comment -> comment.standing().isReported()).isPresent();
    }

    /// One comment as it is at this moment.
    ///
    /// @throws Refusal with status 404 if there is none
    ShownComment comment(CommentId id) {
        return find(id).orElseThrow(Review::unknown);
    }

    Optional<ShownComment> find(CommentId id) {
        return piles.find(id).map(comment -> shown(comment, checker.get()));
    }

    /// What readers reported of it since somebody last decided about it, newest first: of most comments nothing, which
    /// takes no read.
    List<Report> reports(ShownComment shown) {
        var comment = shown.comment();
        var kept = (int) Math.min(comment.standing().reports(), Reports.MOST_KEPT);
        return shown.isReported() ? reports.of(comment.id(), kept) : List.of();
    }

    List<ShownComment> shown(List<Moderated> comments) {
        var checker = this.checker.get();
        return comments.stream().map(comment -> shown(comment, checker)).toList();
    }

    private static ShownComment shown(Moderated comment, Checker checker) {
        var writing = new Writing(comment.title().orElse(""), comment.name(), comment.content());
        return new ShownComment(comment, new Findings(checker.check(writing)));
    }
}
