package ykien.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What the captcha asks of one reader for one form.
///
/// @param issuedAt to the second
/// @param strength how hard its picture is
/// @param asksForWork whether a browser is to do the seal's [Work] beside: that is settled at its issue, so that
/// whoever hands out the work and whoever looks for it are of one mind, without a table
/// @param answer what the picture shows
/// @param spoken what the sound says
public record Challenge(
        ChallengeId id, Instant issuedAt, Strength strength, boolean asksForWork, Answer answer, SpokenAnswer spoken) {
    /// How long after its issue a challenge can be answered.
    public static final Duration LIFETIME = Duration.ofMinutes(20);

    /// How long after its issue nobody has read the picture and filled in the form: a speed limit for scripts.
    public static final Duration MINIMUM_AGE = Duration.ofSeconds(2);

    /// How much time must be left for a challenge to be shown again instead of a new one.
    private static final Duration ENOUGH_LEFT = Duration.ofMinutes(5);

    /// A challenge that asks for no work.
    public Challenge(ChallengeId id, Instant issuedAt, Strength strength, Answer answer, SpokenAnswer spoken) {
        this(id, issuedAt, strength, false, answer, spoken);
    }

    /// By which of its answers this is one; empty where it is none. Both are always compared.
    public Optional<Medium> answeredBy(String typed) {
        var seen = answer.matches(typed);
        var heard = spoken.matches(typed);
        if (seen) {
            return Optional.of(Medium.PICTURE);
        }
        return heard ? Optional.of(Medium.SOUND) : Optional.empty();
    }

    /// What it becomes once it was answered with work: another challenge of the same answers and the same time, always
    /// the same one. Sealed for the form [FormId#withWork], it is a receipt that lets one form in.
    public Challenge receipt() {
        var id = ContentHash.of("receipt", this.id.hex()).hex().substring(0, 2 * ChallengeId.LENGTH);
        return new Challenge(
                new ChallengeId(HexFormat.of().parseHex(id)), issuedAt, strength, asksForWork, answer, spoken);
    }

    /// When its answer is no longer taken.
    public Instant expiresAt() {
        return issuedAt.plus(LIFETIME);
    }

    /// Whether its time is over.
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /// Whether it is too young to be answered.
    public boolean isTooYoung(Instant now) {
        return now.isBefore(issuedAt.plus(MINIMUM_AGE));
    }

    /// Whether there is time enough left to show it again.
    public boolean hasEnoughLeft(Instant now) {
        return now.isBefore(expiresAt().minus(ENOUGH_LEFT));
    }
}
