package ykien.limit;

/// How far counts go: one that has come there is counted no further.
record Ceilings(long own, long network) {}
