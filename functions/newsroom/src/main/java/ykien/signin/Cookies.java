package ykien.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import ykien.challenge.SealKeys;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// The two cookies of signing in: the attempt that is under way, and the session that came of it.
public final class Cookies {
    private final SealedCookie<Attempt> attempts;
    private final SealedCookie<Session> sessions;

    /// The cookies on this site, sealed with these keys.
    public Cookies(Site site, SealKeys keys) {
        attempts = new SealedCookie<>("newsroom-sign-in", keys, site, Cookies::written, Cookies::attempt);
        sessions = new SealedCookie<>("newsroom", keys, site, Cookies::written, Cookies::session);
    }

    Optional<Attempt> attempt(Request request, Instant now) {
        return attempts.in(request).filter(attempt -> !attempt.isExpired(now));
    }

    /// The response, keeping the attempt.
    Response with(Response response, Attempt attempt) {
        return response.withCookie(attempts.keep(attempt, Attempt.LIFETIME.toSeconds()));
    }

    Response withoutAttempt(Response response) {
        return response.withCookie(attempts.clear());
    }

    Optional<Session> session(Request request, Instant now) {
        return sessions.in(request).filter(session -> !session.isExpired(now));
    }

    /// The response, keeping the session.
    Response with(Response response, Session session) {
        return response.withCookie(sessions.keep(session));
    }

    Response withoutSession(Response response) {
        return response.withCookie(sessions.clear());
    }

    private static Map<String, Object> written(Attempt attempt) {
        return Map.of(
                "state", attempt.state().getValue(),
                "nonce", attempt.nonce().getValue(),
                "verifier", attempt.verifier().getValue(),
                "to", attempt.to().path(),
                "startedAt", attempt.startedAt().toString());
    }

    private static Attempt attempt(Map<String, Object> written) {
        return new Attempt(
                new State(text(written, "state")),
                new Nonce(text(written, "nonce")),
                new CodeVerifier(text(written, "verifier")),
                new Destination(text(written, "to")),
                Instant.parse(text(written, "startedAt")));
    }

    private static Map<String, Object> written(Session session) {
        return Map.of(
                "id", session.id(),
                "formToken", session.formToken(),
                "subject", session.person().subject(),
                "name", session.person().name(),
                "role", session.person().role().name(),
                "signedInAt", session.signedInAt().toString(),
                "seenAt", session.seenAt().toString());
    }

    private static Session session(Map<String, Object> written) {
        var person = new Person(text(written, "subject"), text(written, "name"), Role.valueOf(text(written, "role")));
        return new Session(
                text(written, "id"),
                text(written, "formToken"),
                person,
                Instant.parse(text(written, "signedInAt")),
                Instant.parse(text(written, "seenAt")));
    }

    private static String text(Map<String, Object> written, String name) {
        return String.valueOf(written.get(name));
    }
}
