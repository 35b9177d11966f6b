package ykien.newsroom.page;

/// A piece of a reader's text.
///
/// @param marked whether the checker points at it
public record Piece(String text, boolean marked) {}
