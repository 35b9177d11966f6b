package ykien.comments;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ykien.challenge.Work;

/// Does work as a browser does it, knowing no more than a browser is told.
final class Solver {
    private static final HexFormat HEX = HexFormat.of();

    private Solver() {}

    /// The key that was to be found.
    static String solve(Work work) {
        var nonce = HEX.parseHex(work.nonce());
        var salt = HEX.parseHex(work.salt());
        for (var number = 1; number <= Work.MOST_TRIES; number++) {
            var password = ByteBuffer.allocate(nonce.length + 4).put(nonce).putInt(number);
            var key = HEX.formatHex(pbkdf2(password.array(), salt));
            if (key.startsWith(work.prefix())) {
                return key;
            }
        }
        throw new AssertionError("there is no such number");
    }

    private static byte[] pbkdf2(byte[] password, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password, "HmacSHA256"));
            mac.update(salt);
            var last = mac.doFinal(new byte[] {0, 0, 0, 1});
            var key = last.clone();
            for (var round = 1; round < Work.COST; round++) {
                last = mac.doFinal(last);
                for (var i = 0; i < key.length; i++) {
                    key[i] ^= last[i];
                }
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
