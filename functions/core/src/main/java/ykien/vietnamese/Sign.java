package ykien.vietnamese;

/// One visible sign of a text, or one white space: what was typed, without case, width, style and marks.
///
/// @param base a code point: a letter in lower case, of a-z where it looks like one of them; a digit of 0-9; ` ` or
///     `\n`; or any other character
/// @param hiddenBefore whether something that can't be seen stands between it and the sign before it
/// @param start where it begins in the text, in chars
/// @param end where it ends, its marks included, in chars; signs that were typed as one character share their place
public record Sign(int base, Marks marks, Guise guise, boolean hiddenBefore, int start, int end) {
    /// Whether it is a letter of any script. Apostrophes are none, whatever Unicode calls them.
    public boolean isLetter() {
        return (base >= 'a' && base <= 'z')
                || (base >= 0x80 && Character.isLetter(base) && Character.getType(base) != Character.MODIFIER_LETTER);
    }

    /// Whether it is one of 0-9.
    public boolean isDigit() {
        return base >= '0' && base <= '9';
    }

    /// Whether it is part of a word: a letter or a digit.
    public boolean isWordly() {
        return isLetter() || isDigit();
    }

    /// Whether it is white space.
    public boolean isSpace() {
        return base == ' ' || isLineBreak();
    }

    /// Whether a line ends here.
    public boolean isLineBreak() {
        return base == '\n';
    }

    /// Whether this is that character.
    public boolean is(int character) {
        return base == character;
    }
}
