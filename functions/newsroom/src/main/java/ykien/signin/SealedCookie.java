package ykien.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ykien.challenge.SealKeys;
import ykien.challenge.SealedTexts;
import ykien.http.Request;
import ykien.http.Site;

/// A cookie of the newsroom's pages that nobody but us can read or make, out of a script's reach. `SameSite=Lax`, not
/// `Strict`: on the way back from the identity provider it has to come along.
///
/// @param <T> what it holds, as texts by name
final class SealedCookie<T> {
    private final String name;
    private final SealedTexts seals;
    private final Site site;
    private final Function<T, Map<String, Object>> write;
    private final Function<Map<String, Object>, T> read;

    SealedCookie(
            String name,
            SealKeys keys,
            Site site,
            Function<T, Map<String, Object>> write,
            Function<Map<String, Object>, T> read) {
        this.name = name;
        this.seals = new SealedTexts(keys, "cookie " + name);
        this.site = site;
        this.write = write;
        this.read = read;
    }

    /// What the request's cookie holds; empty where there is none that was sealed here.
    Optional<T> in(Request request) {
        return request.cookie(name).flatMap(seals::open).map(this::parse);
    }

    private T parse(String json) {
        try {
            return read.apply(JSONObjectUtils.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException("what was sealed here is JSON", e);
        }
    }

    /// A `Set-Cookie` that keeps this until the browser is closed.
    String keep(T value) {
        return cookie(seal(value), "");
    }

    /// A `Set-Cookie` that keeps this for so long.
    String keep(T value, long seconds) {
        return cookie(seal(value), "; Max-Age=" + seconds);
    }

    /// A `Set-Cookie` that takes it away.
    String clear() {
        return cookie("", "; Max-Age=0");
    }

    private String seal(T value) {
        return seals.seal(JSONObjectUtils.toJSONString(write.apply(value)));
    }

    private String cookie(String value, String age) {
        return name + "=" + value + "; Path=/newsroom" + age + "; HttpOnly; SameSite=Lax"
                + (site.isSecure() ? "; Secure" : "");
    }
}
