package ykien.checking;

import java.util.Locale;

/// A field of a comment that everybody will read.
public enum Field {
    TITLE,
    NAME,
    CONTENT;

    /// Its name in the messages, such as `finding.field.title`.
    public String key() {
        return "finding.field." + name().toLowerCase(Locale.ROOT);
    }
}
