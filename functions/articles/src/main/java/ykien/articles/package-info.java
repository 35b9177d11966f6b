/// The function that answers reads: front page, categories, articles, comment lists, photos, assets.
///
/// Start at [ArticlesFunction], where it is put together; each action is a class of its own.
@NullMarked
package ykien.articles;

import org.jspecify.annotations.NullMarked;
