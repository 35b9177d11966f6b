package ykien.publish;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import ykien.stack.Unusable;

/// What the operator asks for.
///
/// @param articles the folder of articles
/// @param stack the stack's name, or its ARN
record Order(Path articles, String stack) {
    private static final String USAGE = "mvn -Ppublish -Dykien.articles=FOLDER -Dykien.stack=NAME";

    /// From `ykien.articles` and `ykien.stack`.
    ///
    /// @throws Unusable if one of them is missing, or names no folder
    static Order from(Properties properties) {
        var folder = required(properties, "ykien.articles");
        var stack = required(properties, "ykien.stack");
        try {
            return new Order(Path.of(folder), stack);
        } catch (InvalidPathException e) {
            throw new Unusable("ykien.articles is no folder's name (" + e.getReason() + "); run " + USAGE, e);
        }
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new Unusable(name + " is not given; run " + USAGE);
        }
        return value;
    }
}
