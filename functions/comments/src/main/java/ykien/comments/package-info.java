/// The function that answers writes: one reader's comment.
///
/// Start at [SendComment]; [CommentsFunction] puts it together.
@NullMarked
package ykien.comments;

import org.jspecify.annotations.NullMarked;
