package ykien.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ykien.cloud.Template;

/// What a fresh process does while nobody answers for DynamoDB: readers wait for pictures, and a picture needs no
/// table.
class FreshProcessTest {
    private static final Path ROOT =
            Path.of(System.getProperty("ykien.root", "../..")).toAbsolutePath();

    @Test
    void Issuing_challenges_waits_for_no_table() throws Exception {
        assertThat(output()).contains("picture {\"statusCode\":200", "token {\"statusCode\":200");
    }

    @Test
    void Validating_an_answer_does() throws Exception {
        assertThat(output("answer")).contains("picture {\"statusCode\":200", "answer {\"statusCode\":500");
    }

    private static String output(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Daws.accessKeyId=local",
                "-Daws.secretAccessKey=local",
                "-Daws.region=ap-southeast-1",
                "-cp",
                System.getProperty("java.class.path"),
                OneChallenge.class.getName(),
                ROOT.resolve("events").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .putAll(Template.read(ROOT.resolve("template.yaml"))
                        .function("CaptchaFunction")
                        .environment());
        process.environment().put("CAPTCHA_KEYS", ContactForm.KEYS);
        process.environment().put("DYNAMODB_ENDPOINT", "http://localhost:1");
        var java = process.start();
        var output = new String(java.getInputStream().readAllBytes(), UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        return output;
    }
}
