/// The newsroom's pages: how its people see what readers sent, and the forms that they decide with.
///
/// Start at [NewsroomPages], which makes each page from its record ([ListPage], [CommentPage], …); the HTML stands in
/// `src/main/jte`, what it says in [Words], one file a language. [ListQuery] is the address of a list.
@NullMarked
package ykien.newsroom.page;

import org.jspecify.annotations.NullMarked;
