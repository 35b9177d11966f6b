package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ykien.challenge.Challenge;
import ykien.cloud.HttpRequest;

/// A challenge of ALTCHA's widget for the form `contact`, with the work done and old enough to be answered.
record SolvedAltcha(JsonNode challenge, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    SolvedAltcha(WholeSite site) {
        this(read(site.ask(HttpRequest.get("/captcha/altcha?form=contact")).text()));
        site.wait(Challenge.MINIMUM_AGE);
    }

    private SolvedAltcha(JsonNode challenge) {
        this(challenge, solved(challenge.get("parameters")));
    }

    /// To have it verified, with some code.
    HttpRequest request() {
        var sent = JSON.createObjectNode();
        sent.putObject("challenge")
                .setAll(Map.of("parameters", challenge.get("parameters"), "signature", challenge.get("signature")));
        sent.putObject("solution").put("derivedKey", key);
        var payload = Base64.getEncoder().encodeToString(sent.toString().getBytes(UTF_8));
        return HttpRequest.post("/captcha/altcha/verify").json("{\"payload\":\"" + payload + "\",\"code\":\"22222\"}");
    }

    private static String solved(JsonNode work) {
        var nonce = HEX.parseHex(work.get("nonce").asText());
        var salt = HEX.parseHex(work.get("salt").asText());
        for (var number = 0; ; number++) {
            var password = ByteBuffer.allocate(nonce.length + 4).put(nonce).putInt(number);
            var key = HEX.formatHex(
                    pbkdf2(password.array(), salt, work.get("cost").asInt()));
            if (key.startsWith(work.get("keyPrefix").asText())) {
                return key;
            }
        }
    }

    /// Its first block (RFC 8018, section 5.2): the JDK's own takes passwords that are text.
    private static byte[] pbkdf2(byte[] password, byte[] salt, int rounds) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password, "HmacSHA256"));
            mac.update(salt);
            var last = mac.doFinal(new byte[] {0, 0, 0, 1});
            var sum = last.clone();
            for (var round = 1; round < rounds; round++) {
                last = mac.doFinal(last);
                for (var i = 0; i < sum.length; i++) {
                    sum[i] ^= last[i];
                }
            }
            return sum;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
