package ykien.signin;

import java.util.Optional;
import ykien.http.Json;

/// Lines of JSON for the operators, on the function's own log: why somebody could not sign in, where the page does not
/// say it. No name, no token, no code.
final class SignInLog {
    private SignInLog() {}

    /// The provider did not answer, or not with what it should.
    static void unreachable(Exception e) {
        var cause = Optional.ofNullable(e.getCause()).map(it -> ": " + it).orElse("");
        line("the identity provider can't be used", e + cause);
    }

    /// What came in the provider's name is not as it should be.
    static void refused(Identification.Refused refused) {
        line("a sign-in is refused", refused.reason());
    }

    private static void line(String what, String reason) {
        var body = Json.body(to -> {
            to.writeStartObject();
            to.writeStringField("level", "WARN");
            to.writeStringField("what", what);
            to.writeStringField("reason", reason);
            to.writeEndObject();
        });
        System.out.println(body.utf8());
    }
}
