package ykien.moderation;

import java.io.Serial;

/// Too many wrote into the log at the same moment; nothing was done. The same again, a little later, will do.
public final class LogBusy extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    LogBusy() {
        super("the decision log was busy; try again");
    }
}
