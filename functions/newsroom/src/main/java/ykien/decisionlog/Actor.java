package ykien.decisionlog;

/// Who of the newsroom acts, as the log and the comments name them.
///
/// @param subject the id that the identity provider never gives to another: 1 to 255 characters
/// @param name as colleagues know them: 1 to 100 characters
public record Actor(String subject, String name) {
    private static final int LONGEST_SUBJECT = 255; // OpenID Connect Core 1.0, section 2, "sub"
    private static final int LONGEST_NAME = 100;

    public Actor {
        if (!fits(subject, LONGEST_SUBJECT) || !fits(name, LONGEST_NAME)) {
            throw new IllegalArgumentException("an actor has a subject of 1 to " + LONGEST_SUBJECT
                    + " characters and a name of 1 to " + LONGEST_NAME + ", without control characters");
        }
    }

    /// An actor with whatever name an identity provider sends: what is no text of one line becomes U+FFFD, what is
    /// too long is cut, and without any name the subject stands for it.
    ///
    /// @throws IllegalArgumentException if the subject is not one
    public static Actor named(String subject, String name) {
        var text = new StringBuilder(name.length());
        name.strip()
                .codePoints()
                .limit(LONGEST_NAME / 2) // of which each may take two characters
                .forEach(c -> text.appendCodePoint(isText(c) ? c : 0xFFFD));
        return new Actor(subject, text.isEmpty() ? subject.substring(0, Math.min(subject.length(), 40)) : text + "");
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().allMatch(Actor::isText);
    }

    private static boolean isText(int c) {
        var type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
