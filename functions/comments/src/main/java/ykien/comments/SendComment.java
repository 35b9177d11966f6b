package ykien.comments;

import java.time.InstantSource;
import java.util.Optional;
import ykien.article.Article;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.comment.Comment;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.Draft;
import ykien.comment.Submission;
import ykien.http.Action;
import ykien.http.Limits;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Takes one comment: one plain read, and one transaction.
///
/// The order of the checks matters. As long as a field is wrong, the answer to the captcha is not compared and the
/// challenge not spent: comparing would tell a script whether it guessed right, and spending would punish a typo.
final class SendComment implements Action {
    private final Site site;
    private final PublishedArticles articles;
    private final Comments comments;
    private final Seals seals;
    private final Replies replies;
    private final InstantSource clock;

    SendComment(
            Site site,
            PublishedArticles articles,
            Comments comments,
            Seals seals,
            Replies replies,
            InstantSource clock) {
        this.site = site;
        this.articles = articles;
        this.comments = comments;
        this.seals = seals;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        Limits.refuseOtherThan(request, SentForm.FORM, SentForm.JSON);
        var form = SentForm.read(request);
        var attempt = attempt(request, form.draft(), openArticle(request));
        return form.renew() ? replies.renewed(attempt) : send(attempt);
    }

    private Article openArticle(Request request) {
        var article = Slug.parse(request.pathParameter("slug"))
                .flatMap(articles::find)
                .orElseThrow(() -> new Refusal(UnknownArticle.PROBLEM));
        if (!article.open()) {
            throw new Refusal(Problem.of(
                    409,
                    "comments-closed",
                    "Bài viết không nhận thêm ý kiến",
                    "Tòa soạn đã đóng phần ý kiến của bài này. Những ý kiến đã đăng vẫn đọc được dưới bài."));
        }
        return article;
    }

    /// The form's own token wins over the cookie: it belongs to the picture that the reader sees.
    private Attempt attempt(Request request, Draft draft, Article article) {
        var seal = draft.token().isEmpty() ? CaptchaCookie.in(request) : Optional.of(draft.token());
        var form = FormId.under(article.slug());
        var challenge = seal.flatMap(s -> seals.open(s, form).or(() -> seals.open(s, form.withWork())));
        return new Attempt(request, article, draft, seal, challenge);
    }

    private Response send(Attempt attempt) {
        var now = clock.instant();
        var faults = attempt.draft().faults();
        if (!faults.isEmpty()) {
            return replies.faulty(attempt, faults, now);
        }
        if (attempt.seal().isEmpty()) {
            return replies.noChallenge(attempt);
        }
        if (attempt.challenge().isEmpty()) {
            return replies.wrongAnswer(attempt); // forged, malformed and wrong look alike
        }
        var challenge = attempt.challenge().get();
        var comment =
                attempt.draft().comment(CommentId.random(), attempt.article().slug(), now);
        if (challenge.isExpired(now)) {
            return comments.earlier(comment, challenge)
                    .map(first -> replies.accepted(attempt, first))
                    .orElseGet(() -> replies.expired(attempt));
        }
        return challenge.isTooYoung(now)
                ? replies.tooEarly(attempt)
                : told(attempt, submission(attempt, comment, challenge));
    }

    private Submission submission(Attempt attempt, Comment comment, Challenge challenge) {
        return challenge.answeredBy(attempt.draft().answer()).isPresent()
                ? comments.submit(comment, challenge)
                : comments.miss(comment, challenge);
    }

    private Response told(Attempt attempt, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var id) -> replies.accepted(attempt, id);
            case Submission.Repeated(var first) -> replies.accepted(attempt, first);
            case Submission.Missed _ -> replies.wrongAnswer(attempt);
            case Submission.Spent _ -> replies.spent(attempt);
        };
    }
}
