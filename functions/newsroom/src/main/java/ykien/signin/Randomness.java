package ykien.signin;

import java.security.SecureRandom;
import java.util.Base64;

/// Texts that nobody guesses. Randomness is asked for each time: none is kept that a snapshot of the process would hand
/// to many, as the libraries' own generators might.
final class Randomness {
    private Randomness() {}

    /// So many random bytes in base64url without padding (RFC 4648, section 5).
    static String text(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
