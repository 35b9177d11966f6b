package ykien.checking;

/// A phrase that the newsroom looks for.
///
/// @param text one or more syllables, each with the marks that it is meant with, in NFC
public record Phrase(Severity severity, String text) {
    /// What the newsroom thinks of it.
    public enum Severity {
        /// It should not appear.
        BANNED,
        /// Somebody should read it twice.
        SUSPECT
    }
}
