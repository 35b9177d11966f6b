package ykien.challenge;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Makes and opens seals: challenges that the client keeps for us, so that issuing one writes to no table.
///
/// A seal is base64url of 55 bytes: the key id (1 byte), the nonce (12), and under AES-256-GCM (NIST SP 800-38D) the
/// challenge's id (12), its time of issue in seconds since 1970 (5), what it asks for (1: its strength, and [#WORK]
/// where it asks for work too), the numbers of its answer (4) and of its spoken answer (4), then the tag (16).
public final class Seals {
    /// The length of every seal, in characters.
    public static final int LENGTH = 74;

    private static final int WORK = 0x10;
    private static final int PLAIN = ChallengeId.LENGTH + 5 + 1 + 4 + 4;

    private final SealKeys keys;

    /// Seals under these keys.
    public Seals(SealKeys keys) {
        this.keys = keys;
    }

    /// Seals a challenge: only this site can make or read a seal. The form and the key id are associated data, so a
    /// seal made for one article's form does not open for another.
    ///
    /// @return [#LENGTH] characters of base64url without padding (RFC 4648, section 5)
    public String seal(Challenge challenge, FormId form) {
        var nonce = Gcm.nonce();
        var plain = ByteBuffer.allocate(PLAIN)
                .put(challenge.id().bytes())
                .put((byte) (challenge.issuedAt().getEpochSecond() >>> Integer.SIZE))
                .putInt((int) challenge.issuedAt().getEpochSecond())
                .put((byte) (challenge.strength().number() | (challenge.asksForWork() ? WORK : 0)))
                .putInt(challenge.answer().number())
                .putInt(challenge.spoken().number());
        var key = keys.key(keys.current()).orElseThrow();
        var sealed = Gcm.seal(key, nonce, bound(keys.current(), form), plain.array());
        var bytes = ByteBuffer.allocate(1 + Gcm.NONCE + sealed.length)
                .put((byte) keys.current())
                .put(nonce)
                .put(sealed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Opens a seal. What was never sealed here, or for another form, or under a key that is no longer known, is
    /// empty: nothing tells these apart.
    public Optional<Challenge> open(String seal, FormId form) {
        if (seal.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(seal));
            if (!Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes.array())
                    .equals(seal)) {
                return Optional.empty(); // the last character has spare bits: one seal, one spelling
            }
            var id = (char) bytes.get();
            var nonce = new byte[Gcm.NONCE];
            bytes.get(nonce);
            var sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return keys.key(id).map(key -> read(Gcm.open(key, nonce, bound(id, form), sealed)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The work that a browser can do for a seal.
    ///
    /// @throws IllegalArgumentException if it is none that opens here
    public Work work(String seal) {
        var id = (char) Base64.getUrlDecoder().decode(seal)[0];
        return Work.of(seal, keys.key(id).orElseThrow(() -> new IllegalArgumentException("not sealed here")));
    }

    private static Challenge read(byte[] plain) {
        var bytes = ByteBuffer.wrap(plain);
        var id = new byte[ChallengeId.LENGTH];
        bytes.get(id);
        var issuedAt =
                Instant.ofEpochSecond((long) bytes.get() << Integer.SIZE | Integer.toUnsignedLong(bytes.getInt()));
        var asked = bytes.get();
        return new Challenge(
                new ChallengeId(id),
                issuedAt,
                Strength.ofNumber(asked & ~WORK),
                (asked & WORK) != 0,
                Answer.ofNumber(bytes.getInt()),
                SpokenAnswer.ofNumber(bytes.getInt()));
    }

    private static String bound(char keyId, FormId form) {
        return keyId + form.bound();
    }
}
