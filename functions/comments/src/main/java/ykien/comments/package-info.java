/// The function that answers writes: one reader's comment, or report of a comment.
///
/// Start at [SendComment] and [ReportComment]; [CommentsFunction] puts it together.
@NullMarked
package ykien.comments;

import org.jspecify.annotations.NullMarked;
