package ykien.metric;

import java.util.EnumMap;
import java.util.Map;

/// What builds up in a process beside its answers, such as the tables' refusals, until the next log line takes it
/// along.
/// A process of Lambda's answers one request at a time, so that is the line of the request that met them.
public final class Meter {
    private final String function;
    private final Map<Metric, Long> pending = new EnumMap<>(Metric.class);

    /// A meter of this function.
    ///
    /// @param function its name, which CloudWatch tells the numbers of one function from another's by
    public Meter(String function) {
        this.function = function;
    }

    /// The function's name.
    public String function() {
        return function;
    }

    /// One more of it.
    public synchronized void count(Metric metric) {
        pending.merge(metric, 1L, Long::sum);
    }

    /// All that has built up, which is then gone from here.
    public synchronized Map<Metric, Long> take() {
        if (pending.isEmpty()) {
            return Map.of();
        }
        var taken = Map.copyOf(pending);
        pending.clear();
        return taken;
    }
}
