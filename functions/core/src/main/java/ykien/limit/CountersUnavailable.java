package ykien.limit;

/// The counts can't be had now: the table is throttled, too slow, or not reachable. Nobody's request fails of it.
final class CountersUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    CountersUnavailable(Throwable cause) {
        super("the counts can't be had", cause);
    }
}
