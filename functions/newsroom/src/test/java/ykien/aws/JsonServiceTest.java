package ykien.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

class JsonServiceTest {
    @AutoClose
    private final PreparedService prepared = new PreparedService("Ssm");

    @AutoClose
    private final JsonService service =
            new JsonService(new JsonService.Name("ssm", "AmazonSSM"), Duration.ofMillis(1_500));

    JsonServiceTest() throws IOException {}

    private JsonNode ask() throws ServiceException {
        return service.ask(
                "GetParameter", question -> question.writeFieldName("Name").writeValue("/ý/kiến"));
    }

    @Test
    void A_question_names_its_operation_and_is_signed_for_the_service_and_the_region() throws Exception {
        prepared.answer(200, "{\"Value\":\"đ\"}");

        assertThat(ask().field("Value").map(JsonNode::text)).contains("đ");
        assertThat(prepared.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("AmazonSSM.GetParameter");
            assertThat(asked.members()).isEqualTo("{\"Name\":\"/ý/kiến\"}");
            assertThat(asked.signed())
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/")
                    .contains("/ap-southeast-1/ssm/aws4_request, SignedHeaders=", "x-amz-target");
        });
    }

    @Nested
    class A_failure {
        @ParameterizedTest
        @CsvSource({"500,''", "503,''", "429,''", "400,ThrottlingException"})
        void that_passes_is_asked_again(int status, String type) throws Exception {
            prepared.answer(status, "{\"__type\":\"" + type + "\"}");
            prepared.answer(200, "{}");

            ask();

            assertThat(prepared.asked()).hasSize(2);
        }

        @Test
        void of_the_connection_is_asked_again_and_then_told() {
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(JsonServiceTest.this::ask)
                    .withMessageStartingWith("GetParameter: ");
            assertThat(prepared.asked()).hasSizeGreaterThanOrEqualTo(3); // the JDK's client asks again by itself, too
        }

        @ParameterizedTest
        @ValueSource(strings = {"ParameterNotFound", "com.amazonaws.ssm#ParameterNotFound"})
        void that_stays_is_told_at_once_by_its_type_and_without_its_words(String type) {
            prepared.answer(400, "{\"__type\":\"" + type + "\",\"message\":\"/ý/kiến\"}");

            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(JsonServiceTest.this::ask)
                    .withMessage("GetParameter: 400 ParameterNotFound");
            assertThat(prepared.asked()).hasSize(1);
        }

        @Test
        void without_members_is_told_by_its_status() {
            prepared.answer(403, "");

            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(JsonServiceTest.this::ask)
                    .withMessage("GetParameter: 403");
        }

        @Test
        void that_is_no_JSON_is_told() {
            for (var i = 0; i < 3; i++) {
                prepared.answer(502, "<html>");
            }

            assertThatExceptionOfType(ServiceException.class).isThrownBy(JsonServiceTest.this::ask);
        }

        @Test
        void to_answer_in_time_is_told_once_the_time_is_over() {
            prepared.answerAfter(4_000, "{}");
            prepared.answer(200, "{}");

            assertThatExceptionOfType(ServiceException.class).isThrownBy(JsonServiceTest.this::ask);
            assertThat(prepared.asked()).hasSize(1);
        }
    }
}
