package ykien.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import ykien.http.Request;

/// Where somebody wanted to go before they had to sign in: a page of the newsroom and nothing else, so that no link to
/// the sign-in leads to another site.
///
/// @param path with its query, percent-encoded, such as `/newsroom/log?after=x`
record Destination(String path) {
    /// The newsroom's first page.
    static final Destination NEWSROOM = new Destination("/newsroom");

    private static final int LONGEST = 1024;
    private static final String CHARACTERS = "(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*";
    private static final Pattern PATTERN =
            Pattern.compile("/newsroom((?:/" + CHARACTERS + ")*)(?:\\?(?:" + CHARACTERS + "|[/?])*)?");

    /// From here one would be sent round in circles, or out again.
    private static final Set<String> SIGNING = Set.of("/sign-in", "/signed-in", "/sign-out");

    /// The one of this text, or the newsroom's first page where the text is none.
    static Destination of(String text) {
        if (text.length() > LONGEST) {
            return NEWSROOM;
        }
        var matcher = PATTERN.matcher(text);
        return matcher.matches() && isPage(matcher.group(1)) ? new Destination(text) : NEWSROOM;
    }

    /// The page that this request asked for.
    static Destination of(Request request) {
        return of(request.query().isEmpty() ? request.path() : request.path() + "?" + request.query());
    }

    /// Browsers read `%2e` as a dot, and step out of the newsroom where there are two.
    private static boolean isPage(String below) {
        if (SIGNING.contains(below)) {
            return false;
        }
        for (var segment : below.split("/", -1)) {
            var dots = segment.replaceAll("(?i)%2e", ".");
            if (dots.equals(".") || dots.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /// The address of the sign-in that leads here.
    String signIn() {
        return equals(NEWSROOM)
                ? "/newsroom/sign-in"
                : "/newsroom/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
