package ykien.limit;

import ykien.challenge.Strength;

/// What is asked of a reader before a comment is taken, from the least to the most.
public enum Demand {
    /// The picture of quiet times.
    STROKES(Strength.STROKES, false),

    /// The picture of times of attack.
    FULL(Strength.FULL, false),

    /// The same, and proof of work where a script can do it.
    FULL_AND_WORK(Strength.FULL, true);

    private final Strength strength;
    private final boolean work;

    Demand(Strength strength, boolean work) {
        this.strength = strength;
        this.work = work;
    }

    /// How hard the picture is.
    public Strength strength() {
        return strength;
    }

    /// Whether proof of work is asked for too.
    public boolean work() {
        return work;
    }

    /// The demand of just this strength.
    public static Demand of(Strength strength) {
        return strength == Strength.FULL ? FULL : STROKES;
    }

    /// Both demands met: the greater one.
    public Demand and(Demand other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
