package ykien.article;

import java.util.Optional;

/// The photo over an article.
///
/// @param width in pixels; with the height it keeps the page from jumping
/// @param height in pixels
/// @param alt what the photo shows, for whoever can't see it
/// @param caption the words under it
public record Photo(PhotoName name, int width, int height, String alt, Optional<String> caption) {}
