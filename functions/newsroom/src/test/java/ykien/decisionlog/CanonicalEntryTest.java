package ykien.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The hash was made by another program, which others who verify may take too: Python's
/// `hashlib.sha256(json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())`.
class CanonicalEntryTest {
    private static final Entry FIRST = new Entry(
            1,
            Instant.parse("2026-11-23T02:14:00.120Z"),
            new Actor("5f1b", "Trần Thị Đào"),
            "refuse",
            Optional.of("0123456789abcdef0123456789abcdef"),
            Optional.of("mua-he"),
            new TreeMap<>(Map.of("state", "waiting")),
            new TreeMap<>(Map.of("state", "refused", "reason", "other", "note", "Dòng 1\n\t\"2\" \\ / €😀")),
            CanonicalEntry.NO_HASH,
            "");

    @Test
    void An_entry_is_hashed_as_canonical_JSON() {
        var hashed = """
                {"after":{"note":"Dòng 1\\n\\t\\"2\\" \\\\ / €😀","reason":"other","state":"refused"},"article":"mua-he",\
                "at":"2026-11-23T02:14:00.120Z","before":{"state":"waiting"},\
                "by":{"name":"Trần Thị Đào","subject":"5f1b"},"chain":"newsroom",\
                "comment":"0123456789abcdef0123456789abcdef","number":1,\
                "previous":"0000000000000000000000000000000000000000000000000000000000000000","what":"refuse"}""";

        assertThat(CanonicalEntry.hash(FIRST))
                .isEqualTo("0eb3d0cd89a046a26c4846de46f206253f8d600675eaaaebc233eee674dd22ed");
        assertThat(new String(CanonicalEntry.line(FIRST.withHash("h")), StandardCharsets.UTF_8))
                .isEqualTo(hashed.replace("\"number\"", "\"hash\":\"h\",\"number\""));
    }
}
