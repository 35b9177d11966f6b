package ykien.decisionlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import ykien.decisionlog.Testimony.Heard;
import ykien.decisionlog.Testimony.Told;
import ykien.decisionlog.Testimony.Unavailable;

class CloudWatchWitnessTest {
    private static final Instant FROM = Instant.parse("2026-11-23T02:00:00Z");
    private static final String HASH = "a1".repeat(32);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logs logs = new Logs();
    private int clients;
    private final Witness witness = Witness.cloudWatch(
            new PrintStream(printed, true, UTF_8),
            () -> {
                clients++;
                return logs;
            },
            "/newsroom");

    @Nested
    class What_it_is_told {
        @Test
        void is_printed_as_a_line_of_JSON_that_it_understands_again() {
            witness.tell(1_204, HASH);

            assertThat(printed.toString(UTF_8))
                    .isEqualTo("{\"level\":\"INFO\",\"decision\":1204,\"hash\":\"" + HASH + "\"}\n");
            assertThat(CloudWatchWitness.told(printed.toString(UTF_8))).contains(new Told(1_204, HASH));
            assertThat(clients).as("what is not asked for is not made").isZero();
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
            logs.answer("next", "{\"decision\":1,\"hash\":\"a\"}\n");
            logs.answer("more");
            logs.answer(null, "{\"decision\":2,\"hash\":\"b\"}\n");

            assertThat(witness.between(FROM, FROM.plusSeconds(60)))
                    .isEqualTo(new Heard(List.of(new Told(1, "a"), new Told(2, "b"))));
            assertThat(clients).isEqualTo(1);
            assertThat(logs.asked).extracting(FilterLogEventsRequest::nextToken).containsExactly(null, "next", "more");
            assertThat(logs.asked)
                    .allSatisfy(asked -> assertThat(asked)
                            .returns("/newsroom", FilterLogEventsRequest::logGroupName)
                            .returns("{ $.decision > 0 }", FilterLogEventsRequest::filterPattern)
                            .returns(FROM.toEpochMilli(), FilterLogEventsRequest::startTime)
                            .returns(FROM.toEpochMilli() + 60_000, FilterLogEventsRequest::endTime));
        }

        @Test
        void is_nothing_in_a_time_that_ends_before_it_begins() {
            assertThat(witness.between(FROM, FROM.minusSeconds(1))).isEqualTo(new Heard(List.of()));
        }

        @Test
        void can_not_be_said_where_the_log_can_not_be_asked() {
            assertThat(witness.between(FROM, FROM.plusSeconds(1))).isInstanceOf(Unavailable.class);
        }

        @Test
        void can_not_be_said_where_the_log_has_no_end() {
            for (var i = 0; i < 60; i++) {
                logs.answer("next");
            }

            assertThat(witness.between(FROM, FROM.plusSeconds(1))).isInstanceOf(Unavailable.class);
            assertThat(logs.asked).hasSize(50);
        }
    }

    /// CloudWatch Logs with answers that were prepared; without one it can't be reached.
    private static final class Logs implements CloudWatchLogsClient {
        private final Deque<FilterLogEventsResponse> answers = new ArrayDeque<>();
        private final List<FilterLogEventsRequest> asked = new ArrayList<>();

        void answer(@Nullable String nextToken, String... lines) {
            var events = new ArrayList<FilteredLogEvent>();
            for (var line : lines) {
                events.add(FilteredLogEvent.builder().message(line).build());
            }
            answers.add(FilterLogEventsResponse.builder()
                    .events(events)
                    .nextToken(nextToken)
                    .build());
        }

        @Override
        public FilterLogEventsResponse filterLogEvents(FilterLogEventsRequest request) {
            asked.add(request);
            if (answers.isEmpty()) {
                throw SdkClientException.create("not reached");
            }
            return answers.remove();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
