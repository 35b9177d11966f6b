/// What a process does before Lambda keeps a snapshot of it, which new ones are restored from (Lambda SnapStart).
///
/// It is [Priming] alone. What a snapshot must not hold: docs/decisions/0027-primed-snapshots.md.
@NullMarked
package ykien.snapshot;

import org.jspecify.annotations.NullMarked;
