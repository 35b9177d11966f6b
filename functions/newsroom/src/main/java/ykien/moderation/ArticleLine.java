package ykien.moderation;

import java.util.Optional;
import ykien.article.Slug;

/// An article as the desk names it.
///
/// @param title empty where the article is gone
/// @param open whether it takes comments now
public record ArticleLine(Slug slug, Optional<String> title, boolean open) {}
