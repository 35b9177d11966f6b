package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The newspaper as a process of its own: how it fails, and how it stops.
class NewspaperProcessTest {
    @Test
    void A_port_in_use_is_one_line_and_exit_code_1() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertFails(
                    "port " + taken.getLocalPort() + " is in use; free it, or choose another with -Dykien.port=",
                    "-Dykien.port=" + taken.getLocalPort());
        }
    }

    @Test
    void A_port_of_DynamoDB_in_use_is_one_line_and_exit_code_1() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertFails(
                    "DynamoDB can't listen on port " + taken.getLocalPort() + ": Address already in use",
                    "-Dykien.dynamodb.port=" + taken.getLocalPort());
        }
    }

    @Test
    void A_wrong_option_is_one_line_and_exit_code_1() throws Exception {
        assertFails("-Dykien.port=http: a port is a number from 0 to 65535", "-Dykien.port=http");
    }

    @Test
    void A_folder_that_is_none_is_one_line_and_exit_code_1(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertFails("-Dykien.articles=" + file + ": there is no such folder", "-Dykien.articles=" + file);
        assertFails("-Dykien.data=" + file + ": this is no folder, and none can be made there", "-Dykien.data=" + file);
    }

    @Test
    void A_broken_article_is_one_line_and_exit_code_1(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("bai-hong.md"), "no front matter");
        assertFails(file + ": line 1: there is no front matter", "-Dykien.articles=" + folder);
    }

    @Test
    void Told_to_stop_it_stops_and_gives_its_port_back() throws Exception {
        var process = start("-Dykien.port=0");
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var ready = out.lines()
                .filter(line -> line.contains("http://localhost:"))
                .findFirst()
                .orElseThrow();
        var port = Integer.parseInt(ready.replaceAll("\\D", ""));
        process.toHandle().destroy(); // SIGTERM; Ctrl-C takes the same way
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).isEmpty();
        try (var free = new ServerSocket(port)) {
            assertThat(free.isBound()).isTrue();
        }
    }

    private static void assertFails(String why, String... options) throws Exception {
        var process = start(options);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(err.lines()).singleElement().asString().startsWith("The newspaper can't start: " + why);
    }

    private static Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dykien.root=" + System.getProperty("ykien.root", ""),
                "-Dykien.port=0"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Newspaper.class.getName()));
        return new ProcessBuilder(command).start();
    }
}
