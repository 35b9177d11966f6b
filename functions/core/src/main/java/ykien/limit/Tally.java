package ykien.limit;

/// What was counted in one window, the newest included.
///
/// @param own of the one source or e-mail address
/// @param network of all sources in its network; of an e-mail address the same as `own`
record Tally(long own, long network) {}
