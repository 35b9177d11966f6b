package ykien.signin;

import java.time.Duration;
import java.time.Instant;

/// A person's time at the desk, from signing in to signing out.
///
/// @param id of its item in the table `Sessions`: 22 characters of base64url
/// @param formToken stands in every form that this person is shown, in a field called [#FORM_FIELD]: what comes without
/// it was not sent from a page of ours
/// @param seenAt the last time that the person asked for something, to the minute
public record Session(String id, String formToken, Person person, Instant signedInAt, Instant seenAt) {
    /// The name of the field that holds [#formToken].
    public static final String FORM_FIELD = "csrf";

    /// After this the person signs in again, whatever they did: a long shift. Who has lost their role at the provider
    /// has it here for that long at most.
    public static final Duration LONGEST = Duration.ofHours(12);

    /// After this without a request the person signs in again: a screen that somebody has left. NIST SP 800-63B-4,
    /// section 2.2.3, allows an hour for what reaches personal data.
    public static final Duration LONGEST_IDLE = Duration.ofHours(1);

    /// So old may [#seenAt] be before it is written anew: not each request has to change the cookie.
    static final Duration PRECISION = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 16;

    /// A new session, from now on.
    static Session of(Person person, Instant now) {
        return new Session(Randomness.text(SECRET_BYTES), Randomness.text(SECRET_BYTES), person, now, now);
    }

    /// When it ends in any case.
    Instant expiresAt() {
        return signedInAt.plus(LONGEST);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt()) || !now.isBefore(seenAt.plus(LONGEST_IDLE));
    }

    boolean isToBeRenewed(Instant now) {
        return !now.isBefore(seenAt.plus(PRECISION));
    }

    /// The same, seen now.
    Session seen(Instant now) {
        return new Session(id, formToken, person, signedInAt, now);
    }

    @Override
    public String toString() {
        return "Session[hidden]";
    }
}
