package ykien.newsroom;

import java.time.Duration;
import java.time.InstantSource;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Verification;
import ykien.decisionlog.Witness;
import ykien.http.Request;
import ykien.newsroom.page.LogQuery;

/// Verifies the decision log as far as a request has time, from where the one before ended.
final class LogVerifier {
    /// After this it answers, far enough before the gateway gives up.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final DecisionLog log;
    private final Witness witness;
    private final InstantSource clock;

    LogVerifier(DecisionLog log, Witness witness, InstantSource clock) {
        this.log = log;
        this.witness = witness;
        this.clock = clock;
    }

    Verification verify(Request request) {
        var until = clock.instant().plus(PATIENCE);
        var verification = log.verify(LogQuery.progress(request.queryParameters()), witness);
        while (verification instanceof Verification.Continues(var progress)
                && clock.instant().isBefore(until)) {
            verification = log.verify(progress, witness);
        }
        return verification;
    }
}
