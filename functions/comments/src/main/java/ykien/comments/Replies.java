package ykien.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.comment.CommentId;
import ykien.comment.Draft;
import ykien.comment.ReportDraft;
import ykien.comment.ReportId;
import ykien.http.Fault;
import ykien.http.Json;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.limit.Demand;
import ykien.limit.Watch;
import ykien.metric.Metric;
import ykien.page.CommentForm;
import ykien.page.Form;
import ykien.page.Pages;
import ykien.page.ReportForm;

/// What a reader is told, as a page or as JSON. Whatever went wrong, all that was typed is still there.
final class Replies {
    private static final String TYPE_NEW_ANSWER = "Hãy nhập mã trong hình mới, hoặc mã nghe được.";

    /// In bytes: more than anybody types, and six times as much, escaped, still fits into what Lambda may answer.
    private static final int LARGEST_SHOWN = 512 * 1024;

    private static final Fault EXPIRED = new Fault("answer", "Mã bảo vệ đã hết hạn.", TYPE_NEW_ANSWER);

    private final Pages pages;
    private final Challenges challenges;
    private final CaptchaCookie cookie;
    private final Watch watch;

    Replies(Pages pages, Challenges challenges, CaptchaCookie cookie, Watch watch) {
        this.pages = pages;
        this.challenges = challenges;
        this.cookie = cookie;
        this.watch = watch;
    }

    /// The comment is stored and waits for an editor.
    Response accepted(Attempt attempt, CommentId id) {
        return received(attempt, id, attempt.seal())
                .counting(Metric.COMMENTS_WAITING)
                .counting(Metric.CAPTCHA_RIGHT);
    }

    /// It was stored before. Who sent it is told the very same as the first time.
    ///
    /// @param seal of the challenge that let it in
    Response repeated(Attempt attempt, CommentId first, Optional<String> seal) {
        return received(attempt, first, seal).counting(Metric.COMMENTS_REPEATED);
    }

    /// @param seal of the challenge that let it in: browsers are told to remember it, programs have it
    private Response received(Attempt attempt, CommentId id, Optional<String> seal) {
        var article = attempt.article().slug();
        var response = attempt.request().prefersJson()
                ? Json.response(to -> {
                            to.writeStartObject();
                            to.writeStringField("id", id.value());
                            to.writeStringField("state", "waiting");
                            to.writeStringField("article", article.value());
                            to.writeEndObject();
                        })
                        .withStatus(201)
                : Response.seeOther("/articles/" + article + "?sent=pending#gui-y-kien");
        return done(attempt, response, seal);
    }

    /// The report is stored, and its comment lies in the queue. A repeat is told the very same.
    ///
    /// @param seal of the challenge that let it in: browsers are told to remember it, programs have it
    Response reported(ReportAttempt attempt, ReportId id, Optional<String> seal) {
        var response = attempt.request().prefersJson()
                ? Json.response(to -> {
                            to.writeStartObject();
                            to.writeStringField("id", id.value());
                            to.writeStringField("comment", attempt.comment().value());
                            to.writeStringField(
                                    "article", attempt.article().slug().value());
                            to.writeEndObject();
                        })
                        .withStatus(201)
                : Response.seeOther("/articles/" + attempt.article().slug() + "?sent=report#y-kien");
        return done(attempt, response, seal);
    }

    private Response done(Answering attempt, Response response, Optional<String> seal) {
        var remembered = attempt.request().prefersJson() ? Optional.<String>empty() : seal;
        return cookie.spent(response, remembered, attempt.article().slug()).withHeader("cache-control", "no-store");
    }

    /// Fields need another look. The challenge stays as it is, and so do its picture and what was typed for it; only
    /// where there is none that could still be answered, there is a new one.
    Response faulty(Answering attempt, List<Fault> faults, Instant now) {
        var program = attempt.request().prefersJson();
        if (program && attempt.seal().isEmpty()) {
            var all = new ArrayList<>(faults);
            all.add(missingToken());
            return pages.problem(attempt.request(), Problem.unprocessable(all));
        }
        if (program && attempt.challenge().filter(c -> c.isExpired(now)).isPresent()) {
            var all = new ArrayList<>(faults);
            all.add(EXPIRED);
            return sameChallenge(attempt, Problem.unprocessable(all));
        }
        if (program || attempt.challenge().filter(c -> !c.isExpired(now)).isPresent()) {
            return sameChallenge(attempt, Problem.unprocessable(faults));
        }
        return newChallenge(attempt, Problem.unprocessable(withAnswerFault(faults)));
    }

    /// Another picture was asked for. The page alone carries its token: the cookie stays with the picture that another
    /// tab may show.
    Response renewed(Answering attempt) {
        if (attempt.request().prefersJson()) {
            throw Refusal.badRequest("“do” là nút của biểu mẫu.", "Hãy lấy một mã mới bằng POST /captcha.");
        }
        var issued = issue(attempt, Demand.STROKES);
        return page(
                attempt,
                "",
                attempt.form(List.of(), Optional.of(issued.seal()), true).withoutAnswer());
    }

    /// No challenge came along: a browser that keeps no cookies, on its first try.
    Response noChallenge(Answering attempt) {
        return attempt.request().prefersJson()
                ? pages.problem(attempt.request(), Problem.unprocessable(List.of(missingToken())))
                : newChallenge(
                        attempt, problem("no-challenge", "Trình duyệt không nhận hoặc không lưu mã của hình trước."));
    }

    /// The answer is not what the picture shows, or the seal is none of ours.
    Response wrongAnswer(Answering attempt) {
        return newChallenge(attempt, problem("wrong-answer", "Mã bảo vệ chưa đúng."))
                .counting(Metric.CAPTCHA_WRONG);
    }

    /// The picture was shown too long ago.
    Response expired(Answering attempt) {
        return newChallenge(attempt, problem("expired-challenge", EXPIRED)).counting(Metric.CAPTCHA_EXPIRED);
    }

    /// The picture has let something else in already.
    Response spent(Answering attempt) {
        return newChallenge(attempt, problem("spent-challenge", "Mã bảo vệ này đã dùng cho một lần gửi khác."))
                .counting(Metric.CAPTCHA_SPENT);
    }

    /// Faster than anybody reads. Nothing is lost, nothing spent.
    Response tooEarly(Answering attempt) {
        var fault = new Fault(
                "answer", "Biểu mẫu gửi đến quá nhanh.", "Hãy chờ hai giây rồi gửi lại, không cần nhập lại gì.");
        return sameChallenge(attempt, problem("too-early", fault))
                .withHeader("retry-after", "2")
                .counting(Metric.CAPTCHA_EARLY);
    }

    /// More has come from there, or in that e-mail's name, than is taken. The picture and what was typed for it stay.
    Response tooMany(Answering attempt, Duration wait) {
        var problem = Problem.of(
                429,
                "too-many",
                "Chưa gửi được",
                "Đã có quá nhiều " + attempt.muchOf() + ". Hãy gửi lại sau " + inWords(wait)
                        + "; những gì đã nhập vẫn còn.");
        return sameChallenge(attempt, problem).withHeader("retry-after", Long.toString(wait.toSeconds()));
    }

    /// So much has come from there that only a harder picture is good enough. Nothing is compared, nothing spent.
    Response weak(Answering attempt, Demand demand) {
        var fault = new Fault(
                "answer",
                "Đang có nhiều " + attempt.muchOf() + ", nên mã phải khó hơn.",
                attempt.request().prefersJson()
                        ? "Hãy lấy một mã mới bằng POST /captcha sau 20 giây."
                        : TYPE_NEW_ANSWER);
        return newChallenge(attempt, problem("weak-challenge", fault), demand).counting(Metric.CAPTCHA_WEAK);
    }

    private static String inWords(Duration wait) {
        if (wait.compareTo(Duration.ofMinutes(2)) < 0) {
            return wait.toSeconds() + " giây";
        }
        return wait.compareTo(Duration.ofHours(2)) < 0
                ? wait.plusSeconds(59).toMinutes() + " phút"
                : wait.plusMinutes(59).toHours() + " giờ";
    }

    /// Any other refusal. A fault inside still brings the form back; where the form is of no use, what was written
    /// stands on the page.
    Response problem(Request request, Problem problem) {
        var article = Slug.parse(request.pathParameter("slug")).filter(_ -> !problem.equals(UnknownArticle.PROBLEM));
        // What another site's page sent, no reader of ours has typed: it does not get onto our page. Nor does a body
        // that is far too large: escaped it might not fit into an answer.
        if (problem.status() == 403 || request.body().size() > LARGEST_SHOWN) {
            return pages.problem(request, problem, article, "");
        }
        try {
            var form = problem.status() < 500 || request.prefersJson() ? Optional.<Form>empty() : form(request);
            return form.map(it -> broken(it, problem))
                    .orElseGet(() -> pages.problem(request, problem, article, written(request)));
        } catch (Refusal _) {
            return pages.problem(request, problem, article, "");
        }
    }

    private Response broken(Form form, Problem problem) {
        var summary = problem.title() + ". " + problem.detail();
        return pages.refusal("bài bạn vừa đọc", Optional.empty(), summary, form).withStatus(problem.status());
    }

    private static String written(Request request) {
        return isReport(request)
                ? SentReport.read(request).draft().showable().words()
                : SentForm.read(request).draft().showable().content();
    }

    /// The form with what was typed into it; empty if that was nothing, or its address can be none.
    private static Optional<Form> form(Request request) {
        var article = Slug.parse(request.pathParameter("slug"));
        return isReport(request)
                ? article.flatMap(slug ->
                        CommentId.parse(request.pathParameter("id")).flatMap(comment -> report(request, slug, comment)))
                : article.flatMap(slug -> comment(request, slug));
    }

    private static boolean isReport(Request request) {
        return !request.pathParameter("id").isEmpty();
    }

    private static Optional<Form> comment(Request request, Slug article) {
        var draft = SentForm.read(request).draft();
        return draft.equals(Draft.EMPTY)
                ? Optional.empty()
                : Optional.of(new CommentForm(article, draft.showable(), List.of(), carried(draft.token()), false));
    }

    private static Optional<Form> report(Request request, Slug article, CommentId comment) {
        var draft = SentReport.read(request).draft();
        return draft.equals(ReportDraft.EMPTY)
                ? Optional.empty()
                : Optional.of(
                        new ReportForm(article, comment, draft.showable(), List.of(), carried(draft.token()), false));
    }

    private static Optional<String> carried(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }

    private Response sameChallenge(Answering attempt, Problem problem) {
        if (attempt.request().prefersJson()) {
            return pages.problem(attempt.request(), problem);
        }
        return page(attempt, summary(problem), attempt.form(problem.faults(), attempt.seal(), false))
                .withStatus(problem.status());
    }

    private Response newChallenge(Answering attempt, Problem problem) {
        return newChallenge(attempt, problem, Demand.STROKES);
    }

    /// @param least what the new one has to meet in any case
    private Response newChallenge(Answering attempt, Problem problem, Demand least) {
        var article = attempt.article().slug();
        if (attempt.request().prefersJson()) {
            return pages.problem(attempt.request(), problem).withCookie(cookie.clear(article));
        }
        var issued = issue(attempt, least);
        var form = attempt.form(problem.faults(), Optional.of(issued.seal()), false);
        return page(attempt, summary(problem), form.withoutAnswer())
                .withStatus(problem.status())
                .withCookie(cookie.keep(issued.seal(), article));
    }

    private Challenges.Issued issue(Answering attempt, Demand least) {
        var article = attempt.article().slug();
        var demand = watch.demand(article, attempt.source()).and(least);
        return challenges.issue(FormId.under(article), demand.strength(), demand.work());
    }

    private Response page(Answering attempt, String summary, Form form) {
        var card = attempt.article().card();
        return pages.refusal(card.title(), card.category(), summary, form);
    }

    private static String summary(Problem problem) {
        return problem.faults().isEmpty()
                ? problem.title() + ". " + problem.detail()
                : "Chưa gửi được, còn " + problem.faults().size() + " chỗ cần sửa:";
    }

    private static Fault missingToken() {
        return new Fault("token", "Thiếu “token”.", "Hãy lấy một mã mới bằng POST /captcha.");
    }

    private static List<Fault> withAnswerFault(List<Fault> faults) {
        var all = new ArrayList<Fault>();
        for (var fault : faults) {
            if (fault.field().equals("content")) {
                all.add(new Fault("answer", "Hình mã bảo vệ đã đổi.", TYPE_NEW_ANSWER));
            }
            if (!fault.field().equals("answer")) {
                all.add(fault);
            }
        }
        if (all.stream().noneMatch(f -> f.field().equals("answer"))) {
            all.add(new Fault("answer", "Hình mã bảo vệ đã đổi.", TYPE_NEW_ANSWER));
        }
        return all;
    }

    private static Problem problem(String type, String wrong) {
        return problem(type, new Fault("answer", wrong, TYPE_NEW_ANSWER));
    }

    private static Problem problem(String type, Fault fault) {
        return new Problem(422, type, "Chưa gửi được", fault.text(), List.of(fault), Optional.empty());
    }
}
