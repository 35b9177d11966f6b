package ykien.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The packages that a folder's `package-lock.json` pins, installed under `target/` and nowhere else; none runs a
/// script while it is installed.
///
/// @param folder where they and the scripts that use them are
record NpmPackages(Path folder) {
    /// Installs them, once; where there is no Node or they can't be had, the test is skipped and says so.
    static NpmPackages of(Path source) throws IOException, InterruptedException {
        var folder = Path.of("target", source.getFileName().toString()).toAbsolutePath();
        Files.createDirectories(folder);
        try (var files = Files.list(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        var packages = new NpmPackages(folder);
        var installed = folder.resolve("node_modules/.package-lock.json");
        if (!Files.exists(installed)
                || Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(source.resolve("package-lock.json")))
                        < 0) {
            packages.install();
        }
        return packages;
    }

    private void install() throws IOException, InterruptedException {
        var said = "";
        var done = false;
        try {
            var npm = start("npm", List.of("ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund"));
            said = new String(npm.getInputStream().readAllBytes(), UTF_8);
            done = npm.waitFor() == 0;
        } catch (IOException e) {
            said = String.valueOf(e.getMessage());
        }
        var why = said;
        Assumptions.assumeTrue(done, () -> "no Node here, or no packages for it: " + why);
    }

    /// What a script prints.
    String run(String script, String... arguments) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(script));
        all.addAll(List.of(arguments));
        var node = start("node", all);
        var output = new String(node.getInputStream().readAllBytes(), UTF_8);
        if (!node.waitFor(1, TimeUnit.MINUTES) || node.exitValue() != 0) {
            throw new IllegalStateException(script + ": " + output);
        }
        return output;
    }

    /// A file of a package.
    Path file(String path) {
        return folder.resolve("node_modules").resolve(path);
    }

    private Process start(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
