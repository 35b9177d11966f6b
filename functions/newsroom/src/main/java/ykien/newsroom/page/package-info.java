/// How the newsroom looks to the people who work there.
///
/// Start at [NewsroomPages]; the HTML stands in `src/main/jte`, where jte escapes by context.
@NullMarked
package ykien.newsroom.page;

import org.jspecify.annotations.NullMarked;
