package ykien.checking;

import java.util.Locale;

/// What kind of thing was found, the gravest first.
public enum Kind {
    /// A phrase that the newsroom banned, its marks certain.
    BANNED,
    /// A phrase that the newsroom suspects, or a banned one whose marks are not certain.
    SUSPECT,
    LINK,
    EMAIL,
    PHONE,
    /// A word whose letters are of two scripts, or of a decorated alphabet.
    LOOK_ALIKES,
    REPEATED,
    CAPITALS;

    /// Its name in the messages, such as `finding.kind.look-alikes`; with `.why` behind it, a sentence that explains
    /// it.
    public String key() {
        return "finding.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
