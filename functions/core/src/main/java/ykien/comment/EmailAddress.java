package ykien.comment;

/// A reader's e-mail address: personal data, and prints as such.
public record EmailAddress(String value) {
    /// In characters (RFC 5321, section 4.5.3.1.3, less the angle brackets).
    static final int LONGEST = 254;

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
