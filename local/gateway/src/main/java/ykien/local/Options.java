package ykien.local;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/// What the command line chose, `-Dykien.port=8081` and so on. An option that is empty is not given.
///
/// @param port `ykien.port`: where readers find the newspaper, 0 to 65535, 8080 by default; 0 is any free port
/// @param dynamoDbPort `ykien.dynamodb.port`: where DynamoDB is served for programs outside this process,
/// containers too
/// @param data `ykien.data`: the folder that keeps the tables; without it nothing is kept
/// @param articles `ykien.articles`: the folder whose articles are published instead of the samples
/// @param captchaOpen `ykien.captcha=open`: every answer that carries a challenge tells its answer
record Options(int port, OptionalInt dynamoDbPort, Optional<Path> data, Optional<Path> articles, boolean captchaOpen) {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /// @throws StartFailure if a value can't be meant; it says which
    static Options from(Properties properties) throws StartFailure {
        return new Options(
                port("ykien.port", properties).orElse(DEFAULT_PORT),
                port("ykien.dynamodb.port", properties),
                path("ykien.data", properties),
                articles(properties),
                captchaOpen(properties));
    }

    private static OptionalInt port(String name, Properties properties) throws StartFailure {
        var given = given(name, properties);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!given.get().matches("[0-9]{1,5}") || Integer.parseInt(given.get()) > HIGHEST_PORT) {
            throw wrong(name, given.get(), "a port is a number from 0 to " + HIGHEST_PORT);
        }
        return OptionalInt.of(Integer.parseInt(given.get()));
    }

    private static Optional<Path> articles(Properties properties) throws StartFailure {
        var folder = path("ykien.articles", properties);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw wrong("ykien.articles", folder.get().toString(), "there is no such folder");
        }
        return folder;
    }

    private static Optional<Path> path(String name, Properties properties) throws StartFailure {
        var given = given(name, properties);
        try {
            return given.map(Path::of);
        } catch (InvalidPathException e) {
            throw wrong(name, given.orElse(""), "no folder can be called that");
        }
    }

    private static boolean captchaOpen(Properties properties) throws StartFailure {
        var given = given("ykien.captcha", properties);
        if (given.isPresent() && !given.get().equals("open")) {
            throw wrong("ykien.captcha", given.get(), "the only value is open; without it the captcha is closed");
        }
        return given.isPresent();
    }

    private static Optional<String> given(String name, Properties properties) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }

    private static StartFailure wrong(String name, String value, String why) {
        return new StartFailure("-D" + name + "=" + value + ": " + why);
    }
}
