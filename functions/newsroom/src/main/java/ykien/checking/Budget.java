package ykien.checking;

/// How many steps one comment may cost, and how many it has cost: what is bounded is counted, not timed.
final class Budget {
    /// Per char of the comment. Ordinary comments take a dozen with any list.
    static final int PER_CHAR = 100;

    private final long most;
    private long spent;

    private Budget(long most) {
        this.most = most;
    }

    static Budget forLength(long chars) {
        return new Budget(10_000 + PER_CHAR * chars);
    }

    void spend(long steps) {
        spent += steps;
    }

    boolean isSpent() {
        return spent > most;
    }

    long spent() {
        return spent;
    }

    long most() {
        return most;
    }
}
