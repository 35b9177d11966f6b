/// Publishing: how articles get from a folder of Markdown files into the newspaper.
///
/// Start at [ArticleFolder], which makes of each file a [Loaded]. Outside readers' requests: no function has this
/// package's libraries, and what is written here is sanitised once, by [Markdown], for every page that will ever
/// show it.
@NullMarked
package ykien.publishing;

import org.jspecify.annotations.NullMarked;
