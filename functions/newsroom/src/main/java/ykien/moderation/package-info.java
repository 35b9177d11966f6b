/// Moderation: the comments as the newsroom sees them, and what it decides about them.
///
/// Start at [Moderated], a comment on the desk. [Piles] lists and finds them, [Moderation] decides, and [Papers]
/// keeps the phrase list and the settings. Each decision is one transaction: the comment on the condition of its
/// version, the article's count, the sender's counters, and the entry of the log ([ykien.decisionlog]).
@NullMarked
package ykien.moderation;

import org.jspecify.annotations.NullMarked;
