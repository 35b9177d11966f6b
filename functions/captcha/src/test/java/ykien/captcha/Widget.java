package ykien.captcha;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.http.Json;

/// What ALTCHA's widget does with a challenge, written down once more: nothing of it is shared with what it tests.
record Widget(ContactForm form, Map<?, ?> challenge) {
    /// One that has fetched a new challenge for the form.
    static Widget of(ContactForm form) {
        return new Widget(form, (Map<?, ?>)
                form.send(HttpRequest.get("/captcha/altcha?form=contact")).json());
    }

    Map<?, ?> parameters() {
        return (Map<?, ?>) Objects.requireNonNull(challenge.get("parameters"));
    }

    String parameter(String name) {
        return String.valueOf(parameters().get(name));
    }

    /// The token that lies in the challenge.
    String token() {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(parameters().get("data"))).get("token"));
    }

    /// The same with another parameter.
    Widget with(String name, Object value) {
        var parameters = new LinkedHashMap<Object, Object>(parameters());
        parameters.put(name, value);
        var changed = new LinkedHashMap<Object, Object>(challenge);
        changed.put("parameters", parameters);
        return new Widget(form, changed);
    }

    /// The key that was to be found, after some work.
    String solved() {
        return solved(parameters());
    }

    /// The same for work that is told otherwise, by the same names.
    static String solved(Map<?, ?> work) {
        var hex = HexFormat.of();
        var nonce = hex.parseHex(String.valueOf(work.get("nonce")));
        var salt = hex.parseHex(String.valueOf(work.get("salt")));
        for (var number = 0; ; number++) {
            var password = ByteBuffer.allocate(nonce.length + 4).put(nonce).putInt(number);
            var key = hex.formatHex(pbkdf2(password.array(), salt, Integer.parseInt(String.valueOf(work.get("cost")))));
            if (key.startsWith(String.valueOf(work.get("keyPrefix")))) {
                return key;
            }
        }
    }

    /// What is sent to be verified.
    String payload(String key) {
        var json = Json.body(to -> {
            to.writeStartObject();
            to.writeObjectFieldStart("solution");
            to.writeNumberField("counter", 7);
            to.writeStringField("derivedKey", key);
            to.writeEndObject();
            to.writeObjectFieldStart("challenge");
            to.writeStringField("signature", String.valueOf(challenge.get("signature")));
            to.writeObjectFieldStart("parameters");
            for (var parameter : parameters().entrySet()) {
                to.writeFieldName(String.valueOf(parameter.getKey()));
                switch (parameter.getValue()) {
                    case Map<?, ?> data -> {
                        to.writeStartObject();
                        for (var each : data.entrySet()) {
                            to.writeStringField(String.valueOf(each.getKey()), String.valueOf(each.getValue()));
                        }
                        to.writeEndObject();
                    }
                    case Number number -> to.writeNumber(number.longValue());
                    case Object text -> to.writeString(text.toString());
                }
            }
            to.writeEndObject();
            to.writeEndObject();
            to.writeEndObject();
        });
        return Base64.getEncoder().encodeToString(json.bytes());
    }

    HttpResponse verify(String key, String code) {
        return verifyPayload(payload(key), code);
    }

    HttpResponse verifyPayload(String payload, String code) {
        return form.send(verification(payload, code));
    }

    static HttpRequest verification(String payload, String code) {
        return HttpRequest.post("/captcha/altcha/verify")
                .json("{\"code\":\"" + code + "\",\"payload\":\"" + payload + "\"}");
    }

    /// What the widget's field holds after that answer.
    static Map<?, ?> receipt(HttpResponse verified) {
        var payload = String.valueOf(((Map<?, ?>) verified.json()).get("payload"));
        return (Map<?, ?>)
                Objects.requireNonNull(ykien.cloud.Json.read(Base64.getDecoder().decode(payload)));
    }

    private static byte[] pbkdf2(byte[] password, byte[] salt, int rounds) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password, "HmacSHA256"));
            var last = mac.doFinal(
                    ByteBuffer.allocate(salt.length + 4).put(salt).putInt(1).array());
            var sum = last.clone();
            for (var i = 1; i < rounds; i++) {
                last = mac.doFinal(last);
                for (var j = 0; j < sum.length; j++) {
                    sum[j] ^= last[j];
                }
            }
            return sum;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
