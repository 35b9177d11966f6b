/// Pages: how articles, comments and refusals look to readers.
///
/// Start at [Pages], which makes each page from its record ([ArticlePage], [FrontPage], …); the HTML stands in
/// `src/main/jte`, where jte escapes by context. Style sheet and icon are [Asset].
@NullMarked
package ykien.page;

import org.jspecify.annotations.NullMarked;
