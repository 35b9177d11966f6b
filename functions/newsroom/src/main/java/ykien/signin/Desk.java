package ykien.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.Limits;
import ykien.http.Parameters;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Where the newsroom's work is done. What is done here sees only people who are signed in and may do it:
///
/// ```java
/// "GET /newsroom", desk.page(Role.MODERATOR, (request, session) -> pages.queue(session, queue.first())),
/// "POST /newsroom/comments/{id}/reply", desk.form(Role.EDITOR, (request, session, form) -> ...),
/// "GET /newsroom/api/comments", desk.program(Role.MODERATOR, (request, person) -> ...),
/// ```
public final class Desk {
    /// Work for a person in a browser.
    @FunctionalInterface
    public interface Work {
        /// Answers one request of theirs.
        ///
        /// @throws Refusal where the request can't be answered as asked
        Response answer(Request request, Session session);
    }

    /// Work that takes a form of ours.
    @FunctionalInterface
    public interface FormWork {
        /// Answers one request of a person in a browser.
        ///
        /// @param form the fields
        /// @throws Refusal where the request can't be answered as asked
        Response answer(Request request, Session session, Parameters form);
    }

    /// Work for a program that acts for a person.
    @FunctionalInterface
    public interface ProgramWork {
        /// Answers one request of it.
        ///
        /// @throws Refusal where the request can't be answered as asked
        Response answer(Request request, Person person);
    }

    /// Shows to somebody who is signed in why their request was refused.
    @FunctionalInterface
    public interface Refusals {
        /// The answer that says why.
        Response answer(Request request, Session session, Problem problem);
    }

    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"newsroom\"";

    private final Site site;
    private final Cookies cookies;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final InstantSource clock;
    private final Refusals refusals;

    /// The desk of this site.
    public Desk(
            Site site,
            Cookies cookies,
            Sessions sessions,
            IdentityProvider provider,
            InstantSource clock,
            Refusals refusals) {
        this.site = site;
        this.cookies = cookies;
        this.sessions = sessions;
        this.provider = provider;
        this.clock = clock;
        this.refusals = refusals;
    }

    /// A page that whoever has this role may see. Others are sent to the sign-in, and from there back here.
    public Action page(Role least, Work work) {
        return request -> session(request)
                .map(session -> work(request, session, least, () -> work.answer(request, session)))
                .orElseGet(() -> Response.seeOther(Destination.of(request).signIn()));
    }

    /// A form of ours that whoever has this role may send: it has to hold the session's form token, and to come from a
    /// page of this site. Nobody is sent to the sign-in from here: the browser would not follow, as our pages say
    /// `form-action 'self'`, and what was typed would be lost.
    public Action form(Role least, FormWork work) {
        return form(least, Limits.LARGEST_BODY, work);
    }

    /// The same for a form that may be larger.
    ///
    /// @param largest in bytes
    public Action form(Role least, int largest, FormWork work) {
        return request -> {
            site.refuseCrossSite(request);
            var session = session(request).orElseThrow(Desk::signedOut);
            return work(request, session, least, () -> {
                Limits.refuseOtherThan(request, largest, FORM_TYPE);
                var form = Parameters.decode(request.body().utf8());
                refuseForeign(form, session);
                return work.answer(request, session, form);
            });
        };
    }

    /// What a program may ask for that shows a token of a person with this role (RFC 6750). It has no session and no
    /// cookie; a browser's cookie counts for nothing here, so no other site can ride on it.
    public Action program(Role least, ProgramWork work) {
        return request -> {
            var token = token(request);
            if (token.isEmpty()) {
                return unauthorized(request, CHALLENGE);
            }
            return switch (provider.ask(issuer -> issuer.bearer(token.get()))) {
                case Identification.Known(var identity) ->
                    identity.person()
                            .filter(person -> person.role().includes(least))
                            .map(person -> work.answer(request, person))
                            .orElseGet(() -> insufficient(request, least));
                case Identification.Refused refused -> {
                    SignInLog.refused(refused);
                    yield unauthorized(request, CHALLENGE + ", error=\"invalid_token\"");
                }
            };
        };
    }

    /// The session that the request's cookie holds, if it is open: one read, and none without a cookie of ours.
    Optional<Session> session(Request request) {
        return cookies.session(request, clock.instant()).filter(sessions::isOpen);
    }

    /// @throws Refusal with status 403 if the form has not this session's token
    void refuseForeign(Parameters form, Session session) {
        var shown = form.one(Session.FORM_FIELD).orElse("");
        if (!MessageDigest.isEqual(bytes(shown), bytes(session.formToken()))) {
            throw new Refusal(Problem.of(
                    403,
                    "stale-form",
                    "Biểu mẫu đã cũ",
                    "Biểu mẫu này thuộc về một lần đăng nhập khác, hoặc không phải của tòa soạn. "
                            + "Hãy mở lại trang rồi gửi lần nữa."));
        }
    }

    /// Whoever is refused is still signed in: the page says so, and leads on.
    private Response work(Request request, Session session, Role least, Supplier<Response> work) {
        var now = clock.instant();
        Response response;
        try {
            if (!session.person().role().includes(least)) {
                throw new Refusal(forbidden(least));
            }
            response = work.get();
        } catch (Refusal refusal) {
            response = refusals.answer(request, session, refusal.problem());
        }
        return session.isToBeRenewed(now) ? cookies.with(response, session.seen(now)) : response;
    }

    private static Refusal signedOut() {
        return new Refusal(Problem.of(
                403,
                "signed-out",
                "Bạn chưa đăng nhập",
                "Phiên làm việc đã kết thúc, nên chưa có gì thay đổi. Hãy đăng nhập lại rồi gửi lần nữa."));
    }

    /// What somebody is told whose role is below this one.
    public static Problem forbidden(Role least) {
        return Problem.of(
                403,
                "forbidden",
                "Bạn không có quyền làm việc này",
                "Việc này cần vai trò “" + least.group() + "” trở lên. Hãy hỏi tổng biên tập nếu bạn cần vai trò đó.");
    }

    private static Optional<String> token(Request request) {
        return request.header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    private static Response unauthorized(Request request, String challenge) {
        var problem = Problem.of(
                401,
                "no-token",
                "Chưa xác thực",
                "Hãy gửi kèm “Authorization: Bearer …” với một mã truy cập còn hạn, do nơi cấp tài khoản của tòa soạn cấp.");
        return Json.problem(request, problem).withHeader("www-authenticate", challenge);
    }

    private static Response insufficient(Request request, Role least) {
        return Json.problem(request, forbidden(least))
                .withHeader("www-authenticate", CHALLENGE + ", error=\"insufficient_scope\"");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
