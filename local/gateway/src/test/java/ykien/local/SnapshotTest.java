package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each function goes through what SnapStart does with it: init, checkpoint, restore, a request.
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime interface client is there for Linux alone")
class SnapshotTest {
    @TempDir
    private Path folder = Path.of("");

    private final WholeSite site = new WholeSite();

    @ParameterizedTest
    @CsvSource({
        "ArticlesFunction, get-article, 200",
        "CommentsFunction, post-comment-form, 422",
        "CaptchaFunction, get-captcha, 200"
    })
    void A_snapshot_has_loaded_what_the_first_request_needs(String function, String event, int status)
            throws Exception {
        site.publish("duong-hoa-xom-dinh", true);

        var cold = classesOfFirstRequest(function, event, status, false);
        var primed = classesOfFirstRequest(function, event, status, true);

        System.out.println(function + " loads " + cold + " classes for its first request, and primed " + primed);
        assertThat(primed).isLessThan(cold / 5);
    }

    private int classesOfFirstRequest(String function, String event, int status, boolean snapStart) throws Exception {
        var ours = Files.createDirectory(folder.resolve(snapStart ? "primed" : "cold"));
        try (var runtime = new LambdaRuntime(
                snapStart,
                unpacked(function, ours),
                String.valueOf(WholeSite.TEMPLATE.function(function).handler()),
                environment(function),
                ours)) {
            assertThat(runtime.isAtCheckpoint()).isEqualTo(snapStart);
            assertThat(runtime.log())
                    .as("nothing failed, and nothing counts as a request")
                    .isEmpty();
            var before = runtime.classes().size();
            runtime.restore();
            assertThat(runtime.answer(Files.readAllBytes(WholeSite.ROOT.resolve("events/" + event + ".json"))))
                    .startsWith("{\"statusCode\":" + status + ",");
            assertThat(runtime.log()).singleElement().asString().contains("\"cold\":true");
            return runtime.classes().size() - before;
        }
    }

    private static Map<String, String> environment(String function) {
        var environment = new HashMap<>(WholeSite.environment(function));
        environment.put("DYNAMODB_ENDPOINT", WholeSite.tables().toString());
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }

    private static Path unpacked(String function, Path folder) throws IOException {
        var name = function.replace("Function", "").toLowerCase(java.util.Locale.ROOT);
        var zip = WholeSite.ROOT.resolve("functions/" + name + "/target/" + name + ".zip");
        Assumptions.assumeTrue(Files.exists(zip), "no zip yet: mvn package makes it");
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                var path = folder.resolve("zip").resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (var content = file.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                }
            }
        }
        return folder.resolve("zip");
    }
}
