package ykien.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import ykien.http.Action;
import ykien.http.Parameters;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Takes the identity provider's answer. It opens a session if the answer belongs to an attempt of this browser, comes
/// from the provider, and is about somebody who has a role in the newsroom.
public final class FinishSignIn implements Action {
    private static final String TITLE = "Chưa đăng nhập được";
    private static final String AGAIN = " Hãy đăng nhập lại.";

    /// Error codes are shown, whatever else somebody writes into an address is not (RFC 6749, section 4.1.2.1).
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

    private final Site site;
    private final IdentityProvider provider;
    private final Cookies cookies;
    private final Sessions sessions;
    private final InstantSource clock;

    /// The end of each sign-in on this site.
    public FinishSignIn(Site site, IdentityProvider provider, Cookies cookies, Sessions sessions, InstantSource clock) {
        this.site = site;
        this.provider = provider;
        this.cookies = cookies;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        var answer = request.queryParameters();
        var attempt = attempt(request, answer);
        answer.one("error").ifPresent(FinishSignIn::refuse);
        var code = answer.one("code")
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> refusal(400, "no-code", "Câu trả lời của nơi cấp tài khoản thiếu mã."));
        var identity = identify(request, answer.one("iss"), new AuthorizationCode(code), attempt);
        var person = identity.person()
                .orElseThrow(() -> new Refusal(Problem.of(
                        403,
                        "no-role",
                        "Tài khoản này chưa có vai trò trong tòa soạn",
                        "Bạn đã xác thực, nhưng tài khoản không thuộc nhóm nào của tòa soạn (moderator, editor, chief). "
                                + "Hãy nhờ người quản trị thêm bạn vào nhóm rồi đăng nhập lại.")));
        var session = Session.of(person, clock.instant());
        sessions.open(session);
        return cookies.withoutAttempt(
                cookies.with(Response.seeOther(attempt.to().path()), session));
    }

    /// The attempt that this is the answer to.
    ///
    /// @throws Refusal with status 400 if this browser has begun none, or another one
    private Attempt attempt(Request request, Parameters answer) {
        var attempt = cookies.attempt(request, clock.instant())
                .orElseThrow(() -> refusal(
                        400,
                        "no-attempt",
                        "Lần đăng nhập này đã quá " + Attempt.LIFETIME.toMinutes()
                                + " phút, hoặc bắt đầu ở trình duyệt khác."));
        var state = answer.one("state").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(attempt.state().getValue().getBytes(StandardCharsets.UTF_8), state)) {
            throw refusal(400, "other-attempt", "Câu trả lời này thuộc về một lần đăng nhập khác.");
        }
        return attempt;
    }

    private static void refuse(String error) {
        var shown = ERROR_CODE.matcher(error).matches() ? " (" + error + ")" : "";
        throw refusal(403, "refused-by-provider", "Nơi cấp tài khoản không cho đăng nhập" + shown + ".");
    }

    private Identity identify(Request request, Optional<String> iss, AuthorizationCode code, Attempt attempt) {
        var callback = BeginSignIn.callback(site, request);
        var identification = provider.ask(issuer -> issuer.isNamedBy(iss)
                ? issuer.redeem(code, attempt, callback)
                : new Identification.Refused("the answer names another issuer"));
        return switch (identification) {
            case Identification.Known(var identity) -> identity;
            case Identification.Refused refused -> {
                SignInLog.refused(refused);
                throw refusal(403, "not-identified", "Câu trả lời của nơi cấp tài khoản không hợp lệ hoặc đã quá hạn.");
            }
        };
    }

    private static Refusal refusal(int status, String type, String detail) {
        return new Refusal(Problem.of(status, type, TITLE, detail + AGAIN));
    }
}
