/// Signing in: who of the newspaper's people is at the other end, and what that person may do.
///
/// Start at [Desk], which lets an action see only people who may do it. In by [BeginSignIn] and [FinishSignIn], through
/// an [IdentityProvider] that speaks OpenID Connect; out by [SignOut]. A [Session] lies sealed in its person's hands,
/// and open in [Sessions], of which [DynamoDbSessions] alone speaks DynamoDB.
@NullMarked
package ykien.signin;

import org.jspecify.annotations.NullMarked;
