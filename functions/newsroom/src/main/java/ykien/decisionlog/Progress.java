package ykien.decisionlog;

/// How far verifying the log has come.
///
/// @param through the number of the last entry that was found as it should be; 0 for none
/// @param witnessed whether the witness could be asked about all of them
public record Progress(long through, boolean witnessed) {
    /// Nothing was looked at yet.
    public static final Progress START = new Progress(0, true);
}
