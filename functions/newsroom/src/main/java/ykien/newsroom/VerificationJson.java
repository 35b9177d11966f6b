package ykien.newsroom;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import ykien.decisionlog.Verification;
import ykien.http.Json;
import ykien.http.Response;
import ykien.newsroom.page.LogQuery;

/// What verifying the log has shown, as programs get it; described in openapi.json.
final class VerificationJson {
    private VerificationJson() {}

    static Response of(Verification verification) {
        return Json.response(to -> {
            to.writeStartObject();
            to.writeStringField("verdict", word(verification.getClass().getSimpleName()));
            write(verification, to);
            to.writeEndObject();
        });
    }

    private static void write(Verification verification, JsonGenerator to) throws IOException {
        switch (verification) {
            case Verification.Continues(var progress) -> {
                to.writeNumberField("through", progress.through());
                to.writeStringField("next", "/newsroom/api/log/verification" + LogQuery.goingOn(progress));
            }
            case Verification.Intact(var entries, var hash, var witnessed) -> {
                to.writeNumberField("entries", entries);
                to.writeStringField("hash", hash);
                to.writeNumberField("witnessed", witnessed);
            }
            case Verification.Unwitnessed(var entries, var hash, var why) -> {
                to.writeNumberField("entries", entries);
                to.writeStringField("hash", hash);
                to.writeStringField("why", word(why.name()));
            }
            case Verification.Broken(var number, var how) -> {
                to.writeNumberField("number", number);
                to.writeStringField("how", word(how.name()));
            }
            case Verification.Truncated(var entries, var witnessed) -> {
                to.writeNumberField("entries", entries);
                to.writeNumberField("witnessed", witnessed);
            }
            case Verification.Contradicted(var number, var hash, var witnessed) -> {
                to.writeNumberField("number", number);
                to.writeStringField("hash", hash);
                to.writeStringField("witnessedHash", witnessed);
            }
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
