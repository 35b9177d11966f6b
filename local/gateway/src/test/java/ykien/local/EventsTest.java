package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ykien.cloud.Json;

/// events/: each file is answered as events/README.md says, by the function that the template's route leads to.
class EventsTest {
    private static final Path FOLDER = WholeSite.ROOT.resolve("events");
    private static final Pattern ROW =
            Pattern.compile("\\| `([^`]+[.]json)` \\| `([^`]+)` \\| `([^`]+)` \\| (\\d{3})[ ,].*\\|");

    /// A line of the table in events/README.md.
    record Row(String file, String routeKey, String function, int status) {
        @Override
        public String toString() {
            return file + " is a " + status;
        }
    }

    static List<Row> rows() {
        return read("README.md")
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), Integer.parseInt(row.group(4))))
                .toList();
    }

    @Test
    void The_table_has_every_event_and_every_route() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            var events = new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
            events.removeAll(List.of("README.md", "local-env.json"));
            assertThat(rows()).extracting(Row::file).containsExactlyInAnyOrderElementsOf(events);
        }
        assertThat(new HashSet<>(rows().stream().map(Row::routeKey).toList()))
                .isEqualTo(WholeSite.TEMPLATE.routes().keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void An_event(Row row) throws Exception {
        var event = (Map<?, ?>) Objects.requireNonNull(Json.read(bytes(row.file())));
        assertThat(event.get("version")).isEqualTo("2.0");
        assertThat(event.get("routeKey")).isEqualTo(row.routeKey());
        assertThat(WholeSite.TEMPLATE.routes()).containsEntry(row.routeKey(), row.function());

        var site = new WholeSite();
        Publication.read(WholeSite.ROOT.resolve("local/samples"), ZoneId.of("Asia/Ho_Chi_Minh"))
                .into(site.articles());
        var answer = (Map<?, ?>) Objects.requireNonNull(Json.read(site.handle(row.function(), bytes(row.file()))));
        assertThat(answer.get("statusCode")).isEqualTo(row.status());
        if (row.status() == 405) {
            assertThat(map(answer.get("headers")).get("allow")).isNotNull();
        }
        if (row.file().startsWith("head-")) {
            assertThat(answer.get("body")).isEqualTo("");
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
