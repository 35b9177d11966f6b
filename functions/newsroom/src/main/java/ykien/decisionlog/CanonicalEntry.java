package ykien.decisionlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import ykien.listing.Timestamp;

/// An entry as JSON in the canonical form of RFC 8785 (JCS), which any implementation of it makes again: members
/// sorted by name, no white space, nothing escaped that needn't be, UTF-8. A line of the export is the whole entry;
/// the hash is over the same without its member `hash`.
final class CanonicalEntry {
    /// What the chain is called, in the table and in the hashed bytes.
    static final String CHAIN = "newsroom";

    /// What stands for the hash before the first entry's.
    static final String NO_HASH = "0".repeat(64);

    /// RFC 8785 writes what lies beyond the first 65,536 characters as it is; this writer would escape it.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private CanonicalEntry() {}

    /// The hash that the entry should have.
    static String hash(Entry entry) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(entry, false)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The entry with its hash, as the export has it.
    static byte[] line(Entry entry) {
        return bytes(entry, true);
    }

    private static byte[] bytes(Entry entry, boolean withHash) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = JSON.createGenerator(bytes)) {
            write(entry, withHash, json);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Entry entry, boolean withHash, JsonGenerator to) throws IOException {
        to.writeStartObject();
        write("after", entry.after(), to);
        if (entry.article().isPresent()) {
            to.writeStringField("article", entry.article().get());
        }
        to.writeStringField("at", Timestamp.format(entry.at()));
        write("before", entry.before(), to);
        to.writeObjectFieldStart("by");
        to.writeStringField("name", entry.by().name());
        to.writeStringField("subject", entry.by().subject());
        to.writeEndObject();
        to.writeStringField("chain", CHAIN);
        if (entry.comment().isPresent()) {
            to.writeStringField("comment", entry.comment().get());
        }
        if (withHash) {
            to.writeStringField("hash", entry.hash());
        }
        to.writeNumberField("number", entry.number());
        to.writeStringField("previous", entry.previous());
        to.writeStringField("what", entry.what());
        to.writeEndObject();
    }

    private static void write(String name, Map<String, String> sorted, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(name);
        for (var member : sorted.entrySet()) {
            to.writeStringField(member.getKey(), member.getValue());
        }
        to.writeEndObject();
    }
}
