package ykien.challenge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The keys that seals are made with: the current one, and others that are still or already accepted. See "rotate the
/// captcha keys" in docs/deploying.md; the newsroom's keys are rotated alike.
public final class SealKeys {
    /// Below this a key could be guessed: 43 characters of base64 hold 256 bits.
    private static final int SHORTEST_TEXT = 43;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final char current;
    private final Map<Character, SecretKey> keys;

    private SealKeys(char current, Map<Character, SecretKey> keys) {
        this.current = current;
        this.keys = Map.copyOf(keys);
    }

    /// Reads the setting `CAPTCHA_KEYS`, as [#parse(String, String)] says.
    public static SealKeys parse(String json) {
        return parse("CAPTCHA_KEYS", json);
    }

    /// Reads a setting: `{"current":"1","1":"…","2":"…"}`. A key id is one of `0`-`9`, `A`-`Z`, `a`-`z`; its text is
    /// random and at least 43 characters long; the AES key is the text's SHA-256.
    ///
    /// @param setting its name, such as `CAPTCHA_KEYS`
    /// @throws IllegalStateException if it is anything else; the message holds no key
    public static SealKeys parse(String setting, String json) {
        try {
            return read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + " " + e.getMessage()
                    + "; it is {\"current\":\"1\",\"1\":\"43 or more random characters\"}, see docs/deploying.md");
        }
    }

    private static SealKeys read(String json) {
        try (var parser = STRICT.createParser(json)) {
            var current = "";
            var keys = new HashMap<Character, SecretKey>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw wrong("has a value that is no text");
                }
                if (name.equals("current")) {
                    current = parser.getText();
                } else {
                    keys.put(keyId(name), key(parser.getText()));
                }
            }
            if (parser.nextToken() != null) {
                throw wrong("has more behind its object");
            }
            if (current.length() != 1 || !keys.containsKey(current.charAt(0))) {
                throw wrong("has no key for its current id");
            }
            return new SealKeys(current.charAt(0), keys);
        } catch (IOException _) {
            throw wrong("is not JSON; a reference to the secret that nothing resolved looks like this too");
        }
    }

    char current() {
        return current;
    }

    Optional<SecretKey> key(char id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static char keyId(String name) {
        if (name.length() != 1 || name.charAt(0) > 'z' || !Character.isLetterOrDigit(name.charAt(0))) {
            throw wrong("has a key id that is not one of 0-9, A-Z, a-z");
        }
        return name.charAt(0);
    }

    private static SecretKey key(String text) {
        if (text.length() < SHORTEST_TEXT) {
            throw wrong("has a key of less than " + SHORTEST_TEXT + " characters");
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(hash, "AES");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }

    @Override
    public String toString() {
        return "SealKeys[hidden]";
    }
}
