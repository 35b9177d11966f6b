package ykien.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.comment.CommentId;
import ykien.comment.Draft;
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
import ykien.page.Pages;

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
        var program = attempt.request().prefersJson();
        var response = program
                ? Json.response(to -> {
                            to.writeStartObject();
                            to.writeStringField("id", id.value());
                            to.writeStringField("state", "waiting");
                            to.writeStringField("article", article.value());
                            to.writeEndObject();
                        })
                        .withStatus(201)
                : Response.seeOther("/articles/" + article + "?sent=pending#gui-y-kien");
        return cookie.spent(response, program ? Optional.empty() : seal, article)
                .withHeader("cache-control", "no-store");
    }

    /// Fields need another look. The challenge stays as it is, and so do its picture and what was typed for it; only
    /// where there is none that could still be answered, there is a new one.
    Response faulty(Attempt attempt, List<Fault> faults, Instant now) {
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
    Response renewed(Attempt attempt) {
        if (attempt.request().prefersJson()) {
            throw Refusal.badRequest("“do” là nút của biểu mẫu.", "Hãy lấy một mã mới bằng POST /captcha.");
        }
        var issued = issue(attempt, Demand.STROKES);
        var form = new CommentForm(
                attempt.article().slug(),
                attempt.draft().withAnswer("").showable(),
                List.of(),
                Optional.of(issued.seal()),
                true);
        return page(attempt, "", form);
    }

    /// No challenge came along: a browser that keeps no cookies, on its first try.
    Response noChallenge(Attempt attempt) {
        return attempt.request().prefersJson()
                ? pages.problem(attempt.request(), Problem.unprocessable(List.of(missingToken())))
                : newChallenge(
                        attempt, problem("no-challenge", "Trình duyệt không nhận hoặc không lưu mã của hình trước."));
    }

    /// The answer is not what the picture shows, or the seal is none of ours.
    Response wrongAnswer(Attempt attempt) {
        return newChallenge(attempt, problem("wrong-answer", "Mã bảo vệ chưa đúng."))
                .counting(Metric.CAPTCHA_WRONG);
    }

    /// The picture was shown too long ago.
    Response expired(Attempt attempt) {
        return newChallenge(attempt, problem("expired-challenge", EXPIRED)).counting(Metric.CAPTCHA_EXPIRED);
    }

    /// The picture has let another comment in already.
    Response spent(Attempt attempt) {
        return newChallenge(attempt, problem("spent-challenge", "Mã bảo vệ này đã dùng cho một ý kiến khác."))
                .counting(Metric.CAPTCHA_SPENT);
    }

    /// Faster than anybody reads. Nothing is lost, nothing spent.
    Response tooEarly(Attempt attempt) {
        var fault = new Fault(
                "answer", "Ý kiến gửi đến quá nhanh.", "Hãy chờ hai giây rồi gửi lại, không cần nhập lại gì.");
        return sameChallenge(attempt, problem("too-early", fault))
                .withHeader("retry-after", "2")
                .counting(Metric.CAPTCHA_EARLY);
    }

    /// More has come from there, or in that e-mail's name, than is taken. The picture and what was typed for it stay.
    Response tooMany(Attempt attempt, Duration wait) {
        var problem = Problem.of(
                429,
                "too-many",
                "Chưa gửi được",
                "Đã có quá nhiều ý kiến gửi từ mạng hoặc email của bạn. Hãy gửi lại sau " + inWords(wait)
                        + "; những gì đã nhập vẫn còn.");
        return sameChallenge(attempt, problem).withHeader("retry-after", Long.toString(wait.toSeconds()));
    }

    /// So much has come from there that only a harder picture is good enough. Nothing is compared, nothing spent.
    Response weak(Attempt attempt, Demand demand) {
        var fault = new Fault(
                "answer",
                "Mạng hoặc email của bạn đang gửi nhiều ý kiến, nên mã phải khó hơn.",
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
        // What another site's page sent, no reader of ours has typed: it does not get onto our page.
        var draft = problem.status() == 403 ? Draft.EMPTY : draft(request);
        var article = Slug.parse(request.pathParameter("slug"));
        if (problem.status() < 500 || article.isEmpty() || draft.equals(Draft.EMPTY) || request.prefersJson()) {
            return pages.problem(request, problem, article.filter(_ -> problem.status() != 404), draft);
        }
        var token = draft.token().isEmpty() ? Optional.<String>empty() : Optional.of(draft.token());
        var form = new CommentForm(article.get(), draft.showable(), List.of(), token, false);
        var summary = problem.title() + ". " + problem.detail();
        return pages.refusal("bài bạn vừa đọc", Optional.empty(), summary, form).withStatus(problem.status());
    }

    /// What was typed. Of a body that is far too large, nothing: escaped on a page it might not fit into an answer.
    private static Draft draft(Request request) {
        if (request.body().size() > LARGEST_SHOWN) {
            return Draft.EMPTY;
        }
        try {
            return SentForm.read(request).draft();
        } catch (Refusal _) {
            return Draft.EMPTY;
        }
    }

    private Response sameChallenge(Attempt attempt, Problem problem) {
        if (attempt.request().prefersJson()) {
            return pages.problem(attempt.request(), problem);
        }
        var form = new CommentForm(
                attempt.article().slug(), attempt.draft().showable(), problem.faults(), attempt.seal(), false);
        return page(attempt, summary(problem), form).withStatus(problem.status());
    }

    private Response newChallenge(Attempt attempt, Problem problem) {
        return newChallenge(attempt, problem, Demand.STROKES);
    }

    /// @param least what the new one has to meet in any case
    private Response newChallenge(Attempt attempt, Problem problem, Demand least) {
        var article = attempt.article().slug();
        if (attempt.request().prefersJson()) {
            return pages.problem(attempt.request(), problem).withCookie(cookie.clear(article));
        }
        var issued = issue(attempt, least);
        var form = new CommentForm(
                article,
                attempt.draft().withAnswer("").showable(),
                problem.faults(),
                Optional.of(issued.seal()),
                false);
        return page(attempt, summary(problem), form)
                .withStatus(problem.status())
                .withCookie(cookie.keep(issued.seal(), article));
    }

    private Challenges.Issued issue(Attempt attempt, Demand least) {
        var article = attempt.article().slug();
        var demand = watch.demand(article, attempt.source()).and(least);
        return challenges.issue(FormId.under(article), demand.strength(), demand.work());
    }

    private Response page(Attempt attempt, String summary, CommentForm form) {
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
