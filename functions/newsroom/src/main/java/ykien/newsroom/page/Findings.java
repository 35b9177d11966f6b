package ykien.newsroom.page;

import java.util.List;

/// What the checker found in a comment: suggestions, which decide nothing.
public record Findings(List<String> all) {
    /// Nothing was found.
    public static final Findings NONE = new Findings(List.of());

    /// Whether nothing was found.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    List<Piece> inName(String name) {
        return List.of(new Piece(name, false));
    }

    List<Piece> inTitle(String title) {
        return List.of(new Piece(title, false));
    }

    List<Piece> inContent(String content) {
        return List.of(new Piece(content, false));
    }
}
