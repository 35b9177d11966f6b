package ykien.local;

import java.security.SecureRandom;
import java.util.Base64;

/// The secret that the template makes in the cloud. Here it is made at every start: whoever has a challenge from
/// before gets a new one.
final class CaptchaKeys {
    private static final int BYTES = 32;

    private CaptchaKeys() {}

    /// The value of `CAPTCHA_KEYS`.
    static String make() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return "{\"current\":\"1\",\"1\":\"" + key + "\"}";
    }
}
