/// Comments: what readers write under an article, and what becomes of it.
///
/// Start at [Draft], which a reader types, and [Comment], which it becomes. In by [Comments], out by
/// [PublicComments]; what happens between is the newsroom's, which finds comments by [DeskKeys]. Classes whose names
/// begin with DynamoDb alone speak DynamoDB.
@NullMarked
package ykien.comment;

import org.jspecify.annotations.NullMarked;
