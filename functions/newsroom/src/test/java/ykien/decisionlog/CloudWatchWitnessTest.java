package ykien.decisionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import ykien.aws.PreparedService;
import ykien.aws.PreparedService.Asked;
import ykien.decisionlog.Testimony.Heard;
import ykien.decisionlog.Testimony.Told;
import ykien.decisionlog.Testimony.Unavailable;

class CloudWatchWitnessTest {
    private static final Instant FROM = Instant.parse("2026-11-23T02:00:00Z");
    private static final String HASH = "a1".repeat(32);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Witness witness = Witness.cloudWatch(new PrintStream(printed, true, UTF_8), "/newsroom");

    @AutoClose
    private final PreparedService logs = new PreparedService("Logs");

    CloudWatchWitnessTest() throws IOException {}

    /// A page of the log's lines.
    private void answer(String nextToken, String... lines) {
        var json = JsonWriter.create().writeStartObject();
        json.writeFieldName("events").writeStartArray();
        for (var line : lines) {
            json.writeStartObject().writeFieldName("message").writeValue(line).writeEndObject();
        }
        json.writeEndArray();
        if (!nextToken.isEmpty()) {
            json.writeFieldName("nextToken").writeValue(nextToken);
        }
        logs.answer(200, new String(json.writeEndObject().getBytes(), UTF_8));
    }

    @Nested
    class What_it_is_told {
        @Test
        void is_printed_as_a_line_of_JSON_that_it_understands_again() {
            witness.tell(1_204, HASH);

            assertThat(printed.toString(UTF_8))
                    .isEqualTo("{\"level\":\"INFO\",\"decision\":1204,\"hash\":\"" + HASH + "\"}\n");
            assertThat(CloudWatchWitness.told(printed.toString(UTF_8))).contains(new Told(1_204, HASH));
            assertThat(logs.asked()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "REPORT RequestId: 1",
                    "[1]",
                    "{\"decision\":",
                    "{\"decision\":{\"a\":1},\"hash\":\"a\"}",
                    "{\"decision\":\"1\",\"hash\":\"a\"}",
                    "{\"decision\":1.5,\"hash\":\"a\"}",
                    "{\"decision\":99999999999999999999,\"hash\":\"a\"}",
                    "{\"decision\":1}",
                    "{\"level\":\"INFO\",\"requestId\":\"r\",\"status\":200}"
                })
        void is_nothing_else_that_the_function_printed(String line) {
            assertThat(CloudWatchWitness.told(line)).isEmpty();
        }
    }

    @Nested
    class What_it_heard {
        @Test
        void comes_out_of_all_pages_of_the_functions_log() {
            answer("next", "{\"decision\":1,\"hash\":\"a\"}\n");
            answer("more");
            answer("", "{\"decision\":2,\"hash\":\"b\"}\n");

            assertThat(witness.between(FROM, FROM.plusSeconds(60)))
                    .isEqualTo(new Heard(List.of(new Told(1, "a"), new Told(2, "b"))));
            assertThat(logs.asked()).extracting(Asked::target).containsOnly("Logs_20140328.FilterLogEvents");
            assertThat(logs.asked())
                    .extracting(Asked::members)
                    .containsExactly(
                            question(""), question(",\"nextToken\":\"next\""), question(",\"nextToken\":\"more\""));
        }

        private static String question(String more) {
            return "{\"logGroupName\":\"/newsroom\",\"filterPattern\":\"{ $.decision > 0 }\",\"startTime\":"
                    + FROM.toEpochMilli() + ",\"endTime\":" + (FROM.toEpochMilli() + 60_000) + more + "}";
        }

        @Test
        void is_nothing_in_a_time_that_ends_before_it_begins() {
            assertThat(witness.between(FROM, FROM.minusSeconds(1))).isEqualTo(new Heard(List.of()));
        }

        @Test
        void can_not_be_said_where_the_log_can_not_be_asked() {
            logs.answer(400, "{\"__type\":\"AccessDeniedException\"}");

            assertThat(witness.between(FROM, FROM.plusSeconds(1))).isInstanceOf(Unavailable.class);
        }

        @Test
        void can_not_be_said_where_the_log_has_no_end() {
            for (var i = 0; i < 60; i++) {
                answer("next");
            }

            assertThat(witness.between(FROM, FROM.plusSeconds(1))).isInstanceOf(Unavailable.class);
            assertThat(logs.asked()).hasSize(50);
        }
    }
}
