package ykien.publishing;

import java.io.StringReader;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// What an article's file says before its text: keys and values as they were typed. YAML is only taken apart,
/// never made into objects, so that a date stays the text that it was.
final class FrontMatter {
    /// Every key, and how many code points its value may have.
    private static final Map<String, Integer> LONGEST = Map.of(
            "title", 300,
            "published", 40,
            "category", 60,
            "dek", 1000,
            "byline", 200,
            "photo", 200,
            "alt", 1000,
            "caption", 1000,
            "source", 300,
            "comments", 10);

    private static final String KEYS = "title, published, category, dek, byline, photo, alt, caption, source, comments";

    private record Value(String text, int line) {}

    private final Map<String, Value> values = new LinkedHashMap<>();

    private FrontMatter() {}

    /// @param yaml the lines between the two fences; its first line is the file's second
    /// @throws BrokenFile if it is no YAML, or says what front matter does not say
    static FrontMatter parse(String yaml) {
        var parsed = new FrontMatter();
        if (compose(yaml) instanceof MappingNode mapping) {
            for (var pair : mapping.getValue()) {
                parsed.add(pair.getKeyNode(), pair.getValueNode());
            }
            return parsed;
        }
        throw BrokenFile.at(1, "the front matter is no list of keys; write each on its own line, as title: \"…\".");
    }

    private static Node compose(String yaml) {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(64 * 1024);
        limits.setNestingDepthLimit(4);
        limits.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(limits)).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw BrokenFile.at(
                    mark == null ? 1 : mark.getLine() + 2,
                    "the front matter is no YAML (" + oneLine(e.getProblem()) + "); put values in double quotes.");
        } catch (YAMLException e) {
            throw BrokenFile.at(
                    1, "the front matter is no YAML (" + oneLine(e.getMessage()) + "); shorten or mend it.");
        }
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").strip();
    }

    private void add(Node keyNode, Node valueNode) {
        var line = keyNode.getStartMark().getLine() + 2;
        var name = keyNode instanceof ScalarNode key ? oneLine(key.getValue()) : "here";
        var longest = LONGEST.get(name);
        if (longest == null) {
            throw BrokenFile.at(line, "the key " + name + " is none of " + KEYS + "; rename it or take it out.");
        }
        if (!(valueNode instanceof ScalarNode value)) {
            throw BrokenFile.at(
                    line, name + " holds a list or keys of its own; write one line of text in double quotes.");
        }
        var text = value.getTag().equals(Tag.NULL) ? "" : normal(value.getValue());
        if (values.put(name, new Value(text, line)) != null) {
            throw BrokenFile.at(line, name + " stands there twice; take one out.");
        }
        check(name, text, longest);
    }

    private static String normal(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    }

    private void check(String name, String text, int longest) {
        if (text.codePoints().anyMatch(FrontMatter::isNoText)) {
            throw fault(name, "holds a line break or another character that is no text");
        }
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw fault(name, "has " + length + " characters, at most " + longest + " are shown well");
        }
    }

    private static boolean isNoText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        };
    }

    private static boolean isVisible(int c) {
        return !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
    }

    /// The value; empty where the key is missing or says nothing that can be seen.
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(Value::text)
                .filter(text -> text.codePoints().anyMatch(FrontMatter::isVisible));
    }

    /// The value.
    ///
    /// @throws BrokenFile if the key is missing or says nothing
    String required(String name) {
        return text(name)
                .orElseThrow(() -> values.containsKey(name)
                        ? fault(name, "is empty")
                        : BrokenFile.at(1, "the key " + name + " is missing; write it between the two lines ---."));
    }

    /// What is wrong with this key's value.
    ///
    /// @param why such as "is empty", without a full stop
    BrokenFile fault(String name, String why) {
        var value = values.get(name);
        return BrokenFile.at(value == null ? 1 : value.line(), name + " " + why + "; mend it and run again.");
    }
}
