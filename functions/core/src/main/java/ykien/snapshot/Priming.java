package ykien.snapshot;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Does before the snapshot what the first requests would wait for after it: classes are loaded, and what is compiled
/// is compiled. The runtime calls it by way of CRaC (Coordinated Restore at Checkpoint) when a version is published,
/// and
/// never where there is no SnapStart.
public final class Priming implements Resource {
    /// One thing that is done.
    @FunctionalInterface
    public interface Step {
        /// Does it.
        ///
        /// @throws IOException as whatever it does may
        void run() throws IOException;
    }

    private final PrintStream log;
    private final List<Step> steps;

    /// These steps, in this order.
    ///
    /// @param log is told of a step that failed, by a line of JSON
    public Priming(PrintStream log, List<Step> steps) {
        this.log = log;
        this.steps = List.copyOf(steps);
    }

    /// Has the runtime call it before the snapshot. It must be kept by the caller: CRaC does not.
    public void register() {
        Core.getGlobalContext().register(this);
    }

    /// What fails is left out: the snapshot is slower then, but as right as any other, and a deployment does not depend
    /// on
    /// whether a table answers at that moment.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        for (var step : steps) {
            try {
                step.run();
            } catch (IOException | RuntimeException | LinkageError e) {
                log.println("{\"level\":\"WARN\",\"priming\":\"" + e.getClass().getName() + "\"}");
            }
        }
    }

    /// Nothing: what must be new in each process is made when it is asked for.
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
