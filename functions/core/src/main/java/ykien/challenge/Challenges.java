package ykien.challenge;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/// Issues challenges. Each is a matter of arithmetic: no table is read or written.
public final class Challenges {
    /// A challenge and the seal that carries it.
    public record Issued(Challenge challenge, String seal) {
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    private final Seals seals;
    private final Supplier<Strength> strength;
    private final InstantSource clock;

    /// Challenges in these seals, of the time that this clock tells.
    ///
    /// @param strength the one in force; asked for each challenge
    public Challenges(Seals seals, Supplier<Strength> strength, InstantSource clock) {
        this.seals = seals;
        this.strength = strength;
        this.clock = clock;
    }

    /// A new challenge for this form. Randomness is asked for each time: none is kept that a snapshot of the process
    /// would hand to many.
    public Issued issue(FormId form) {
        return issue(form, Strength.STROKES);
    }

    /// The same, at least of this strength.
    public Issued issue(FormId form, Strength atLeast) {
        var random = new SecureRandom();
        var id = new byte[ChallengeId.LENGTH];
        random.nextBytes(id);
        var challenge = new Challenge(
                new ChallengeId(id),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                atLeast == Strength.FULL ? atLeast : strength.get(),
                Answer.random(random),
                SpokenAnswer.random(random));
        return new Issued(challenge, seals.seal(challenge, form));
    }
}
