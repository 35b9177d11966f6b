package ykien.publishing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A file's two parts, in NFC, its lines parted by LF.
///
/// @param frontMatter what stands between the first two lines `---`
/// @param text what stands below
/// @param textLine the number of the text's first line in the file
record ArticleSource(String frontMatter, String text, int textLine) {
    private static final String FENCE = "---";

    /// @throws BrokenFile if it is not UTF-8, holds control characters or begins with no front matter
    static ArticleSource of(byte[] file) {
        var lines = readable(decode(file)).split("\n", -1);
        if (!lines[0].stripTrailing().equals(FENCE)) {
            throw BrokenFile.at(1, "there is no front matter; begin the file with a line --- and the article's title.");
        }
        for (var i = 1; i < lines.length; i++) {
            if (lines[i].stripTrailing().equals(FENCE)) {
                return new ArticleSource(join(lines, 1, i), join(lines, i + 1, lines.length), i + 2);
            }
        }
        throw BrokenFile.at(1, "the front matter has no end; write a line --- below its last key.");
    }

    private static String decode(byte[] file) {
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(file.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(in, out, true).isError()) {
            throw BrokenFile.at(lineOf(file, in.position()), "is not UTF-8; save the file in that encoding.");
        }
        return out.flip().toString();
    }

    private static int lineOf(byte[] file, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String readable(String decoded) {
        var marked = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        var text = Normalizer.normalize(marked, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var line = 1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c != '\n' && c != '\t' && Character.isISOControl(c)) {
                throw BrokenFile.at(line, "holds the control character U+%04X; take it out.".formatted((int) c));
            }
        }
        return text;
    }

    private static String join(String[] lines, int from, int to) {
        var joined = new StringBuilder();
        for (var i = from; i < to; i++) {
            joined.append(lines[i]).append('\n');
        }
        return joined.toString();
    }
}
