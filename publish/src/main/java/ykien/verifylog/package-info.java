/// The operator's command that verifies a stack's decision log. Start at [VerifyLog].
@NullMarked
package ykien.verifylog;

import org.jspecify.annotations.NullMarked;
