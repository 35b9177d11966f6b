package ykien.signin;

import java.util.Map;
import java.util.regex.Pattern;
import ykien.cloud.CookieJar;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// Somebody's browser: it keeps cookies, and goes where it is sent when a test says so.
final class Browser {
    static final String SIGN_IN = "/newsroom/sign-in";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpApi site;
    private final TestIssuer issuer;
    private final CookieJar jar = new CookieJar();

    Browser(HttpApi site, TestIssuer issuer) {
        this.site = site;
        this.issuer = issuer;
    }

    /// Another one that has the same cookies: a copy that somebody stole.
    Browser copy() {
        return at(site);
    }

    /// The same at another newsroom.
    Browser at(HttpApi other) {
        var copy = new Browser(other, issuer);
        copy.cookies().putAll(cookies());
        return copy;
    }

    HttpResponse get(String target) {
        return send(HttpRequest.get(target));
    }

    HttpResponse post(String target, Map<String, String> fields) {
        return send(HttpRequest.post(target).form(fields));
    }

    HttpResponse send(HttpRequest request) {
        return jar.send(site, request.header("Accept", "text/html"));
    }

    /// Goes to the sign-in, and to the provider, and is sent back.
    ///
    /// @return path and query of the address that it is sent back to
    String cameBack() {
        return cameBack(SIGN_IN);
    }

    String cameBack(String signIn) {
        return issuer.authorise(location(get(signIn)));
    }

    /// The whole way.
    HttpResponse signIn() {
        return get(cameBack());
    }

    HttpResponse signOut() {
        return post("/newsroom/sign-out", Map.of(Session.FORM_FIELD, formToken()));
    }

    /// The one on the newsroom's first page.
    String formToken() {
        var page = get("/newsroom").text();
        return FORM_TOKEN
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form token on: " + page))
                .group(1);
    }

    Map<String, String> cookies() {
        return jar.cookies();
    }

    static String location(HttpResponse response) {
        return response.header("location").orElseThrow(() -> new AssertionError(response + ": " + response.text()));
    }
}
