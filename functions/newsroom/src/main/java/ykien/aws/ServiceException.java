package ykien.aws;

import java.io.IOException;
import java.util.Set;

/// A service was not reached, or refused. Its message names the refusal's type, and repeats nothing of the service's
/// own
/// words, which may repeat the question's.
public final class ServiceException extends IOException {
    private static final long serialVersionUID = 1;

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    /// Types of refusals that pass by themselves.
    private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "TooManyUpdates");

    private final boolean passes;

    ServiceException(String operation, int status, String type) {
        super(operation + ": " + status + (type.isEmpty() ? "" : " " + type));
        passes = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || THROTTLED.contains(type);
    }

    ServiceException(String operation, Exception cause) {
        super(operation + ": " + cause.getClass().getSimpleName(), cause);
        passes = true;
    }

    /// Whether the same question may be answered a little later.
    boolean passes() {
        return passes;
    }
}
