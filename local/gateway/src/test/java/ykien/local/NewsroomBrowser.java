package ykien.local;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import ykien.cloud.CookieJar;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.signin.Session;

/// A browser of one of the newspaper's people: it keeps the newsroom's cookies.
final class NewsroomBrowser {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"" + Session.FORM_FIELD + "\" value=\"([^\"]+)\"");

    private final HttpApi site;
    private final SamplePeople people;
    private final CookieJar jar = new CookieJar();

    NewsroomBrowser(HttpApi site, SamplePeople people) {
        this.site = site;
        this.people = people;
    }

    /// Goes to the sign-in, presses the button of the sample person in this group, and comes back.
    HttpResponse signIn(String group) {
        var address = get("/newsroom/sign-in").header("location").orElseThrow();
        var back = people.vouch(SamplePerson.of(group).orElseThrow(), request(address));
        return get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private static AuthenticationRequest request(String address) {
        try {
            return AuthenticationRequest.parse(URI.create(address));
        } catch (ParseException e) {
            throw new AssertionError(address, e);
        }
    }

    HttpResponse signOut() {
        return post("/newsroom/sign-out", Map.of());
    }

    HttpResponse get(String target) {
        return send(HttpRequest.get(target));
    }

    /// Sends a form, with the token that the newsroom's first page has in its forms.
    HttpResponse post(String target, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put(Session.FORM_FIELD, formToken());
        return send(HttpRequest.post(target).form(all));
    }

    /// The form token as it is sent.
    String formField() {
        return Session.FORM_FIELD + "=" + formToken();
    }

    private String formToken() {
        var page = get("/newsroom").text();
        return FORM_TOKEN
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form token on: " + page))
                .group(1);
    }

    HttpResponse send(HttpRequest request) {
        return jar.send(site, request.header("Accept", "text/html"));
    }
}
