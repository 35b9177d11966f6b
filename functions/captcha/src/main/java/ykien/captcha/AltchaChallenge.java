package ykien.captcha;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.challenge.Work;
import ykien.http.Json;

/// A challenge as ALTCHA's widget knows it (version 2 of its format: `parameters` and `signature`), and what the
/// widget makes of it. The parameters follow from the seal, which is one of them, so whatever comes back is compared
/// with what was told; nothing that a client could alter is believed.
///
/// The format is that of the npm packages altcha 3.2.2 and altcha-lib 2.8.0, in deterministic mode: the number is
/// known here, and so is its key, of which the client is told the first half and `keySignature`. Without the latter
/// ALTCHA's library for Java accepts solutions that are none.
record AltchaChallenge(String seal, FormId form, Challenge challenge, Work work) {
    private static final JsonFactory JSON = new JsonFactory();

    /// What the widget solved, and how.
    ///
    /// @param key that it found, in hexadecimal
    record Solved(AltchaChallenge challenge, String key) {
        boolean isDone() {
            return challenge.work().isDone(key);
        }

        @Override
        public String toString() {
            return "Solved[hidden]";
        }
    }

    static AltchaChallenge of(String seal, FormId form, Challenge challenge, Seals seals) {
        return new AltchaChallenge(seal, form, challenge, seals.work(seal));
    }

    /// What the widget sends, base64 taken off: `{"challenge": {"parameters", "signature"}, "solution":
    /// {"derivedKey"}}`.
    /// Empty if that challenge is not one of ours to the last letter.
    static Optional<Solved> read(String json, Seals seals) {
        var sent = leaves(json);
        var seal = sent.getOrDefault("challenge.parameters.data.token", "");
        return FormId.parse(sent.getOrDefault("challenge.parameters.data.form", ""))
                .flatMap(form -> seals.open(seal, form).map(challenge -> of(seal, form, challenge, seals)))
                .filter(it -> it.isIn(sent))
                .map(it -> new Solved(it, sent.getOrDefault("solution.derivedKey", "")));
    }

    /// In the order of the alphabet and without a space: it is this text that is signed.
    String parameters() {
        return Json.body(to -> {
                    to.writeStartObject();
                    to.writeStringField("algorithm", "PBKDF2/SHA-256");
                    to.writeNumberField("cost", Work.COST);
                    to.writeObjectFieldStart("data");
                    to.writeStringField("form", form.value());
                    to.writeStringField("token", seal);
                    to.writeEndObject();
                    to.writeNumberField("expiresAt", challenge.expiresAt().getEpochSecond());
                    to.writeNumberField("keyLength", Work.KEY_LENGTH);
                    to.writeStringField("keyPrefix", work.prefix());
                    to.writeStringField("keySignature", work.keySignature());
                    to.writeStringField("nonce", work.nonce());
                    to.writeStringField("salt", work.salt());
                    to.writeEndObject();
                })
                .utf8();
    }

    String signature() {
        return work.signature(parameters());
    }

    private boolean isIn(Map<String, String> sent) {
        var told =
                leaves("{\"challenge\":{\"parameters\":" + parameters() + ",\"signature\":\"" + signature() + "\"}}");
        var returned = new TreeMap<>(sent);
        returned.keySet().removeIf(path -> !path.startsWith("challenge."));
        return returned.equals(told);
    }

    /// Every text, number and truth value in an object and its objects, by its path, such as `challenge.signature`.
    /// Nothing at all of what is no JSON object or has a list in it.
    private static Map<String, String> leaves(String json) {
        var leaves = new TreeMap<String, String>();
        try (var parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_ARRAY -> {
                        return Map.of();
                    }
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                        leaves.put(path(parser), parser.getText());
                    default -> {}
                }
            }
            return leaves;
        } catch (IOException _) {
            return Map.of();
        }
    }

    private static String path(JsonParser parser) {
        var pointer = parser.getParsingContext().pathAsPointer().toString();
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    @Override
    public String toString() {
        return "AltchaChallenge[hidden]";
    }
}
