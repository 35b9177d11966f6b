package ykien.captcha.sound;

/// In which language digits are said.
public enum Language {
    /// không, một, hai …
    VIETNAMESE(0),

    /// zero, one, two …
    ENGLISH(1);

    private final int number;

    Language(int number) {
        this.number = number;
    }

    /// Its place among the clips.
    int number() {
        return number;
    }
}
