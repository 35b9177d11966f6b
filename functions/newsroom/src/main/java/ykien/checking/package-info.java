/// Checking: what a moderator should look at in a comment that waits, found by rules that know Vietnamese.
///
/// Start at [Checker], which is made of a [PhraseList] that the newsroom edits. It suggests: [Checked] says what was
/// found and why, or that not everything was looked at. No outcome of it approves anything. `docs/checking.md` says
/// what is found and what is not; its tables are tests.
@NullMarked
package ykien.checking;

import org.jspecify.annotations.NullMarked;
