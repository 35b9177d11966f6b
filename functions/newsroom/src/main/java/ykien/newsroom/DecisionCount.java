package ykien.newsroom;

import java.util.List;
import ykien.http.Response;
import ykien.moderation.Decision;
import ykien.moderation.Outcome;

/// Tells the operators how many comments a decision was carried out about.
final class DecisionCount {
    private DecisionCount() {}

    /// The answer, counting those that were decided. What a double click sends twice is counted twice.
    static Response on(Response response, Decision decision, List<Outcome> outcomes) {
        var decided =
                outcomes.stream().filter(Outcome.Decided.class::isInstance).count();
        return decision.metric()
                .filter(_ -> decided > 0)
                .map(metric -> response.counting(metric, decided))
                .orElse(response);
    }
}
