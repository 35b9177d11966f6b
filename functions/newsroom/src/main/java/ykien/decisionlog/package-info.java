/// The decision log: who of the newsroom decided what, and when, in a chain of hashes that shows what was changed.
///
/// Start at [Entry], and at [DecisionLog], which pages, exports and verifies. An [Act] becomes an entry in the very
/// transaction that carries the act out, by [DynamoDbChain]; the newest hash also goes to a [Witness] that whoever
/// can change the table can't reach. `docs/decisions/0021` defines the bytes that are hashed, for others who
/// verify.
@NullMarked
package ykien.decisionlog;

import org.jspecify.annotations.NullMarked;
