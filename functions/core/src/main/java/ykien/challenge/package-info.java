/// Challenges: what the captcha asks, and how it is kept where nobody but us can read it: sealed, in the reader's
/// hands.
///
/// Start at [Challenges], which issues them; [Seals] makes and opens the seals; [Answer] compares. What became of a
/// challenge stands in a table: see [Outcomes], of which [DynamoDbOutcomes] alone speaks DynamoDB. [Work] is what a
/// browser may be asked for beside the answer, and [Proof] what became of it.
@NullMarked
package ykien.challenge;

import org.jspecify.annotations.NullMarked;
