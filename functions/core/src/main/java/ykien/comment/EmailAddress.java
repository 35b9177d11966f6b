package ykien.comment;

import java.util.Locale;

/// A reader's e-mail address: personal data, and prints as such.
public record EmailAddress(String value) {
    /// In characters (RFC 5321, section 4.5.3.1.3, less the angle brackets).
    static final int LONGEST = 254;

    /// The address as addresses are compared: mail providers take capital letters for small ones.
    public String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
