package ykien.comments;

import java.time.InstantSource;
import java.util.Optional;
import ykien.article.Article;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Medium;
import ykien.challenge.Proof;
import ykien.challenge.Seals;
import ykien.comment.Comment;
import ykien.comment.CommentId;
import ykien.comment.Comments;
import ykien.comment.Submission;
import ykien.http.Action;
import ykien.http.Limits;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.limit.Demand;
import ykien.limit.Quotas;
import ykien.limit.Source;
import ykien.limit.Verdict;

/// Takes one comment: one plain read, one count of its source and one of its e-mail address, and one transaction.
///
/// The order of the checks matters. As long as a field is wrong, the answer to the captcha is not compared and the
/// challenge not spent: comparing would tell a script whether it guessed right, and spending would punish a typo.
/// Then the source is counted, before anything is compared; the e-mail address only once the answer is right.
final class SendComment implements Action {
    private final Site site;
    private final PublishedArticles articles;
    private final Comments comments;
    private final Quotas quotas;
    private final Seals seals;
    private final Replies replies;
    private final InstantSource clock;

    SendComment(
            Site site,
            PublishedArticles articles,
            Comments comments,
            Quotas quotas,
            Seals seals,
            Replies replies,
            InstantSource clock) {
        this.site = site;
        this.articles = articles;
        this.comments = comments;
        this.quotas = quotas;
        this.seals = seals;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        Limits.refuseOtherThan(request, SentForm.FORM, SentForm.JSON);
        var form = SentForm.read(request);
        var attempt = attempt(request, form, openArticle(request));
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

    private Attempt attempt(Request request, SentForm sent, Article article) {
        var draft = sent.draft();
        var carried = Carried.in(request, draft.token(), article.slug(), seals);
        return new Attempt(
                request,
                Source.of(request.address()),
                article,
                draft,
                sent.work(),
                carried.seal(),
                carried.challenge());
    }

    private Response send(Attempt attempt) {
        var now = clock.instant();
        var faults = attempt.draft().faults();
        if (!faults.isEmpty()) {
            return replies.faulty(attempt, faults, now);
        }
        var comment =
                attempt.draft().comment(CommentId.random(), attempt.article().slug(), now);
        if (attempt.seal().isEmpty()) {
            return sentBefore(attempt, comment).orElseGet(() -> replies.noChallenge(attempt));
        }
        if (attempt.challenge().isEmpty()) {
            return sentBefore(attempt, comment).orElseGet(() -> forged(attempt));
        }
        var challenge = attempt.challenge().get();
        if (challenge.isExpired(now)) {
            return comments.earlier(comment, challenge)
                    .map(first -> replies.repeated(attempt, first, attempt.seal()))
                    .or(() -> sentBefore(attempt, comment))
                    .orElseGet(() -> replies.expired(attempt));
        }
        return challenge.isTooYoung(now) ? replies.tooEarly(attempt) : answered(attempt, comment, challenge);
    }

    /// Forged, malformed and wrong look alike, and count alike.
    private Response forged(Attempt attempt) {
        return quotas.forgedAnswer(attempt.source())
                .retryAfter()
                .map(wait -> replies.tooMany(attempt, wait))
                .orElseGet(() -> replies.wrongAnswer(attempt));
    }

    private Response answered(Attempt attempt, Comment comment, Challenge challenge) {
        var verdict = quotas.answer(attempt.source(), comment.article());
        if (!verdict.admits(challenge)) {
            return heldBack(attempt, comment, challenge, verdict);
        }
        return challenge
                .answeredBy(attempt.draft().answer())
                .map(medium -> answeredRightly(attempt, comment, challenge, medium, verdict.demand()))
                .or(() -> sentBefore(attempt, comment))
                .orElseGet(() -> told(attempt, comments.miss(comment, challenge)));
    }

    private Response answeredRightly(
            Attempt attempt, Comment comment, Challenge challenge, Medium medium, Demand ofSource) {
        var ofEmail = quotas.comment(comment.author().email());
        if (!ofEmail.admits(challenge)) {
            return heldBack(attempt, comment, challenge, ofEmail);
        }
        var isAskedFor =
                challenge.asksForWork() || ofSource.and(ofEmail.demand()).work();
        return told(attempt, comments.submit(comment, challenge, medium, proof(attempt, isAskedFor)));
    }

    /// Work that fits the seal is done whether or not it is still asked for: it was when it was handed out. Anything
    /// else is none. Looking costs one try of it, and only where some came along with a right answer.
    private Proof proof(Attempt attempt, boolean isAskedFor) {
        if (isWorkDone(attempt)) {
            return Proof.DONE;
        }
        return isAskedFor ? Proof.MISSING : Proof.NOT_ASKED_FOR;
    }

    /// Here, or before: a receipt is given for work alone.
    private boolean isWorkDone(Attempt attempt) {
        var seal = attempt.seal().orElseThrow();
        var form = FormId.under(attempt.article().slug());
        return (!attempt.work().isEmpty() && seals.work(seal).isDone(attempt.work()))
                || seals.open(seal, form.withWork()).isPresent();
    }

    /// Nothing is compared, nothing spent. What has been let in before still gets its first answer.
    private Response heldBack(Attempt attempt, Comment comment, Challenge challenge, Verdict verdict) {
        return comments.earlier(comment, challenge)
                .map(first -> replies.repeated(attempt, first, attempt.seal()))
                .or(() -> sentBefore(attempt, comment))
                .orElseGet(() -> verdict.retryAfter()
                        .map(wait -> replies.tooMany(attempt, wait))
                        .orElseGet(() -> replies.weak(attempt, verdict.demand())));
    }

    /// The first answer, if this very comment was sent with the challenge before that one: a slow double click, or Back
    /// and send again, when the page has another picture already.
    private Optional<Response> sentBefore(Attempt attempt, Comment comment) {
        return attempt.sentBefore()
                .flatMap(seal -> seals.open(seal, FormId.under(attempt.article().slug())))
                .flatMap(challenge -> comments.earlier(comment, challenge))
                .map(first -> replies.repeated(attempt, first, attempt.sentBefore()));
    }

    private Response told(Attempt attempt, Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var id) -> replies.accepted(attempt, id);
            case Submission.Repeated(var first) -> replies.repeated(attempt, first, attempt.seal());
            case Submission.Missed _ -> replies.wrongAnswer(attempt);
            case Submission.Spent _ -> replies.spent(attempt);
        };
    }
}
