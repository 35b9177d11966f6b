package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is deployed: the zips that `mvn package` makes of the functions, before it comes to these tests.
class ZipsTest {
    @ParameterizedTest
    @ValueSource(strings = {"articles", "comments", "captcha", "newsroom"})
    void Nothing_that_is_for_this_machine_is_deployed(String function) throws IOException {
        assertThat(jars(function))
                .contains("ykien-" + function)
                .doesNotContain("ykien-local-gateway", "ykien-local-cloud", "DynamoDBLocal", "jetty-server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "comments", "captcha"})
    void What_readers_ask_carries_nothing_of_signing_in(String function) throws IOException {
        assertThat(jars(function)).doesNotContain("ykien-newsroom", "oauth2-oidc-sdk", "nimbus-jose-jwt", "ssm");
    }

    /// Beside what every function has.
    @Test
    void The_newsroom_carries_OpenID_Connect_and_the_stores_of_parameters_and_of_logs_and_no_more() throws IOException {
        var more = new TreeSet<>(jars("newsroom"));
        more.removeAll(jars("comments"));

        assertThat(more)
                .containsExactly(
                        "accessors-smart",
                        "asm",
                        "cloudwatchlogs",
                        "content-type",
                        "json-smart",
                        "lang-tag",
                        "nimbus-jose-jwt",
                        "oauth2-oidc-sdk",
                        "ssm",
                        "ykien-newsroom");
    }

    /// Their names without versions.
    private static List<String> jars(String function) throws IOException {
        var zip = WholeSite.ROOT.resolve("functions/" + function + "/target/" + function + ".zip");
        Assumptions.assumeTrue(Files.exists(zip), "no zip yet: mvn package makes it");
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceFirst("^lib/", "").replaceFirst("-[0-9][^/]*[.]jar$", ""))
                    .toList();
        }
    }
}
