package ykien.cloud;

import java.util.LinkedHashMap;
import java.util.Map;

/// The cookies of one site, as a browser keeps them, for tests: by name, whatever path they are for.
public final class CookieJar {
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /// Sends the request with the cookies that are here, and keeps those that come back.
    public HttpResponse send(HttpApi site, HttpRequest request) {
        var complete = request;
        for (var cookie : cookies.entrySet()) {
            complete = complete.cookie(cookie.getKey(), cookie.getValue());
        }
        var response = site.send(complete);
        for (var cookie : response.cookies()) {
            var name = cookie.substring(0, cookie.indexOf('='));
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, response.cookie(name).orElseThrow());
            }
        }
        return response;
    }

    /// What is here, by name; a change of it is a change of the jar.
    public Map<String, String> cookies() {
        return cookies;
    }
}
