package ykien.challenge;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

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
    private final InstantSource clock;

    /// Challenges in these seals, of the time that this clock tells.
    public Challenges(Seals seals, InstantSource clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /// A new challenge of this strength for this form, which asks for no work.
    public Issued issue(FormId form, Strength strength) {
        return issue(form, strength, false);
    }

    /// A new challenge of this strength for this form. Randomness is asked for each time: none is kept that a snapshot
    /// of the process would hand to many.
    ///
    /// @param asksForWork whether it asks for [Work] too
    public Issued issue(FormId form, Strength strength, boolean asksForWork) {
        var random = new SecureRandom();
        var id = new byte[ChallengeId.LENGTH];
        random.nextBytes(id);
        var challenge = new Challenge(
                new ChallengeId(id),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                strength,
                asksForWork,
                Answer.random(random),
                SpokenAnswer.random(random));
        return new Issued(challenge, seals.seal(challenge, form));
    }
}
