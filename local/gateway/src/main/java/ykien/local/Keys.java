package ykien.local;

import java.security.SecureRandom;
import java.util.Base64;

/// The secrets with keys that the template makes in the cloud. Here they are made at every start: whoever has a
/// challenge
/// from before gets a new one, and whoever was signed in signs in again.
final class Keys {
    private static final int BYTES = 32;

    private Keys() {}

    /// A value of `CAPTCHA_KEYS` or `NEWSROOM_KEYS`.
    static String make() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return "{\"current\":\"1\",\"1\":\"" + key + "\"}";
    }
}
