package ykien.captcha;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ykien.challenge.Challenge;
import ykien.challenge.Outcome;
import ykien.challenge.Outcomes;

/// Outcomes whose table is opened when first asked for: whoever only issues challenges never pays for the way there.
final class LateOutcomes implements Outcomes {
    private final Supplier<Outcomes> opening;
    private @Nullable Outcomes opened;

    LateOutcomes(Supplier<Outcomes> opening) {
        this.opening = opening;
    }

    @Override
    public Outcome settle(Challenge challenge, Outcome outcome) {
        return outcomes().settle(challenge, outcome);
    }

    @Override
    public Optional<Outcome> of(Challenge challenge) {
        return outcomes().of(challenge);
    }

    private synchronized Outcomes outcomes() {
        if (opened == null) {
            opened = opening.get();
        }
        return opened;
    }
}
