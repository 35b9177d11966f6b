package ykien.comments;

import java.time.InstantSource;
import java.util.Optional;
import ykien.article.Article;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.comment.CommentId;
import ykien.comment.Report;
import ykien.comment.Reporting;
import ykien.comment.Reports;
import ykien.comment.UnknownComment;
import ykien.http.Action;
import ykien.http.Limits;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;
import ykien.limit.Quotas;
import ykien.limit.Source;
import ykien.limit.Verdict;

/// Takes one report of a comment: one plain read, one count of its source, and one transaction.
///
/// The checks and their order are those of [SendComment], and so are the challenges: those of the article's form. One
/// that has let a comment in lets no report in, and the other way round. Nobody is asked who they are, so it is the
/// source alone that is limited. Whether there is such a comment is not known before the transaction: this function
/// reads none.
final class ReportComment implements Action {
    private final Site site;
    private final PublishedArticles articles;
    private final Reports reports;
    private final Quotas quotas;
    private final Seals seals;
    private final Replies replies;
    private final InstantSource clock;

    ReportComment(
            Site site,
            PublishedArticles articles,
            Reports reports,
            Quotas quotas,
            Seals seals,
            Replies replies,
            InstantSource clock) {
        this.site = site;
        this.articles = articles;
        this.reports = reports;
        this.quotas = quotas;
        this.seals = seals;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        Limits.refuseOtherThan(request, SentForm.FORM, SentForm.JSON);
        var sent = SentReport.read(request);
        var attempt = attempt(request, sent);
        return sent.renew() ? replies.renewed(attempt) : send(attempt);
    }

    private ReportAttempt attempt(Request request, SentReport sent) {
        var comment =
                CommentId.parse(request.pathParameter("id")).orElseThrow(() -> new Refusal(UnknownComment.PROBLEM));
        var article = article(request);
        var carried = Carried.in(request, sent.draft().token(), article.slug(), seals);
        return new ReportAttempt(
                request,
                Source.of(request.address()),
                article,
                comment,
                sent.draft(),
                carried.seal(),
                carried.challenge());
    }

    /// Open or closed: what stands there can be reported as long as it does.
    private Article article(Request request) {
        return Slug.parse(request.pathParameter("slug"))
                .flatMap(articles::find)
                .orElseThrow(() -> new Refusal(UnknownArticle.PROBLEM));
    }

    private Response send(ReportAttempt attempt) {
        var now = clock.instant();
        var faults = attempt.draft().faults();
        if (!faults.isEmpty()) {
            return replies.faulty(attempt, faults, now);
        }
        var report = attempt.draft().report(attempt.comment(), attempt.article().slug(), now);
        if (attempt.seal().isEmpty()) {
            return sentBefore(attempt, report).orElseGet(() -> replies.noChallenge(attempt));
        }
        if (attempt.challenge().isEmpty()) {
            return sentBefore(attempt, report).orElseGet(() -> forged(attempt));
        }
        var challenge = attempt.challenge().get();
        if (challenge.isExpired(now)) {
            return answeredBefore(attempt, report, challenge).orElseGet(() -> replies.expired(attempt));
        }
        return challenge.isTooYoung(now) ? replies.tooEarly(attempt) : answered(attempt, report, challenge);
    }

    /// Forged, malformed and wrong look alike, and count alike.
    private Response forged(ReportAttempt attempt) {
        return quotas.forgedAnswer(attempt.source())
                .retryAfter()
                .map(wait -> replies.tooMany(attempt, wait))
                .orElseGet(() -> replies.wrongAnswer(attempt));
    }

    private Response answered(ReportAttempt attempt, Report report, Challenge challenge) {
        var verdict = quotas.answer(attempt.source(), report.article());
        if (!verdict.admits(challenge)) {
            return answeredBefore(attempt, report, challenge).orElseGet(() -> heldBack(attempt, verdict));
        }
        if (challenge.answeredBy(attempt.draft().answer()).isPresent()) {
            return told(attempt, reports.submit(report, challenge));
        }
        return sentBefore(attempt, report).orElseGet(() -> told(attempt, reports.miss(report, challenge)));
    }

    private Response heldBack(ReportAttempt attempt, Verdict verdict) {
        return verdict.retryAfter()
                .map(wait -> replies.tooMany(attempt, wait))
                .orElseGet(() -> replies.weak(attempt, verdict.demand()));
    }

    /// The first answer, if this very report has been let in before.
    private Optional<Response> answeredBefore(ReportAttempt attempt, Report report, Challenge challenge) {
        return reports.earlier(report, challenge)
                .map(first -> replies.reported(attempt, first, attempt.seal()))
                .or(() -> sentBefore(attempt, report));
    }

    /// The same, if it was with the challenge before that one: a slow double click, or Back and send again.
    private Optional<Response> sentBefore(ReportAttempt attempt, Report report) {
        return attempt.sentBefore()
                .flatMap(seal -> seals.open(seal, FormId.under(attempt.article().slug())))
                .flatMap(challenge -> reports.earlier(report, challenge))
                .map(first -> replies.reported(attempt, first, attempt.sentBefore()));
    }

    private Response told(ReportAttempt attempt, Reporting reporting) {
        return switch (reporting) {
            case Reporting.Accepted(var id) -> replies.reported(attempt, id, attempt.seal());
            case Reporting.Repeated(var first) -> replies.reported(attempt, first, attempt.seal());
            case Reporting.Missed _ -> replies.wrongAnswer(attempt);
            case Reporting.Spent _ -> replies.spent(attempt);
            case Reporting.Unknown _ -> throw new Refusal(UnknownComment.PROBLEM);
        };
    }
}
