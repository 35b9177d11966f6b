package ykien.newsroom;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ykien.checking.Checked;
import ykien.checking.Finding;
import ykien.comment.Report;
import ykien.http.Json;
import ykien.http.Response;
import ykien.moderation.Moderated;
import ykien.moderation.Standing;
import ykien.newsroom.page.ListQuery;
import ykien.newsroom.page.ShownComment;
import ykien.page.Dates;

/// Comments on the desk as programs get them; described in openapi.json.
final class CommentJson {
    private final Dates dates;

    CommentJson(Dates dates) {
        this.dates = dates;
    }

    Response list(ListQuery query, CommentLists.Part part, List<ShownComment> comments) {
        return Json.response(to -> {
            to.writeStartObject();
            to.writeArrayFieldStart("comments");
            for (var comment : comments) {
                write(comment, to);
            }
            to.writeEndArray();
            if (part.examined().isPresent()) {
                to.writeNumberField("examined", part.examined().getAsInt());
            }
            if (part.next().isPresent()) {
                var next = query.after(part.next().get()).path();
                to.writeStringField("next", next.replaceFirst("^/newsroom", "/newsroom/api/comments"));
            }
            to.writeEndObject();
        });
    }

    /// @param reported what readers reported of it, newest first
    Response one(ShownComment comment, List<Report> reported) {
        return Json.response(to -> {
            to.writeStartObject();
            members(comment, to);
            to.writeArrayFieldStart("reported");
            for (var report : reported) {
                to.writeStartObject();
                to.writeStringField("reason", report.reason().key());
                text("words", report.words(), to);
                to.writeStringField("at", dates.isoMinute(report.at()));
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        });
    }

    private void write(ShownComment comment, JsonGenerator to) throws IOException {
        to.writeStartObject();
        members(comment, to);
        to.writeEndObject();
    }

    private void members(ShownComment shown, JsonGenerator to) throws IOException {
        var comment = shown.comment();
        to.writeStringField("id", comment.id().value());
        to.writeNumberField("version", comment.standing().version());
        to.writeStringField("state", comment.standing().state().word());
        to.writeStringField("article", comment.article().slug().value());
        text("articleTitle", comment.article().title(), to);
        to.writeStringField("submittedAt", dates.isoMinute(comment.submittedAt()));
        to.writeStringField("name", comment.name());
        text("title", comment.title(), to);
        to.writeStringField("content", comment.content());
        text("answeredBy", comment.answeredBy(), to);
        text("work", comment.work(), to);
        sender(comment, to);
        standing(comment.standing(), to);
        findings(shown.findings().checked(), to);
    }

    private static void sender(Moderated comment, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("sender");
        to.writeNumberField("approved", comment.sender().approved());
        to.writeNumberField("refused", comment.sender().refused());
        to.writeNumberField("spam", comment.sender().spam());
        to.writeEndObject();
    }

    private void standing(Standing standing, JsonGenerator to) throws IOException {
        to.writeBooleanField("spam", standing.spam());
        to.writeBooleanField("picked", standing.picked());
        to.writeBooleanField("undoable", standing.undoable());
        to.writeNumberField("reports", standing.reports());
        if (standing.ruling().isPresent()) {
            var ruling = standing.ruling().get();
            to.writeObjectFieldStart("ruling");
            to.writeStringField("by", ruling.by());
            to.writeStringField("at", dates.isoMinute(ruling.at()));
            text("reason", ruling.reason().map(reason -> reason.key()), to);
            text("note", Optional.of(ruling.note().text()).filter(note -> !note.isEmpty()), to);
            to.writeEndObject();
        }
        if (standing.reply().isPresent()) {
            var reply = standing.reply().get();
            to.writeObjectFieldStart("reply");
            to.writeStringField("text", reply.text());
            to.writeStringField("by", reply.by());
            to.writeStringField("at", dates.isoMinute(reply.at()));
            to.writeEndObject();
        }
    }

    private static void findings(Checked checked, JsonGenerator to) throws IOException {
        to.writeBooleanField("checked", checked instanceof Checked.Whole);
        to.writeArrayFieldStart("findings");
        for (var finding : checked.findings()) {
            finding(finding, to);
        }
        to.writeEndArray();
    }

    private static void finding(Finding finding, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("kind", word(finding.kind()));
        to.writeStringField("field", word(finding.field()));
        to.writeNumberField("start", finding.start());
        to.writeNumberField("end", finding.end());
        text("phrase", finding.phrase(), to);
        to.writeArrayFieldStart("ways");
        for (var way : finding.ways().stream().sorted().toList()) {
            to.writeString(word(way));
        }
        to.writeEndArray();
        to.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void text(String name, Optional<String> text, JsonGenerator to) throws IOException {
        if (text.isPresent()) {
            to.writeStringField(name, text.get());
        }
    }
}
