package ykien.newsroom.page;

import java.util.List;
import java.util.stream.Stream;
import ykien.checking.Checked;
import ykien.checking.Field;
import ykien.checking.Passage;

/// What the checker found in a comment, as a page tells it: suggestions, which decide nothing.
public record Findings(Checked checked) {
    /// Whether there is nothing to tell: all was looked at, and nothing found.
    public boolean isEmpty() {
        return checked instanceof Checked.Whole whole && whole.isClean();
    }

    /// Each thing that was found, in words, and once however often it was found. What was not looked at comes first.
    public List<String> told(Words words) {
        var lines = switch (checked) {
            case Checked.Whole whole -> whole.hasMore() ? List.of(words.say("finding.more")) : List.<String>of();
            case Checked.Unchecked unchecked ->
                List.of(words.say("finding.unchecked") + ": "
                        + words.say(unchecked.reason().key()));
        };
        return Stream.concat(
                        lines.stream(),
                        checked.findings().stream().map(words::finding).distinct())
                .toList();
    }

    /// A field's text, cut where the checker points at something.
    List<Piece> in(Field field, String text) {
        return Passage.of(field, text, checked.findings()).stream()
                .map(passage -> new Piece(passage.text(), !passage.findings().isEmpty()))
                .toList();
    }
}
