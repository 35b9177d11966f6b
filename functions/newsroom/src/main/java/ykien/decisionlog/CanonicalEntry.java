package ykien.decisionlog;

/// The bytes of an entry that are hashed.
final class CanonicalEntry {
    private CanonicalEntry() {}
}
