package ykien.vietnamese;

/// How a letter looks that is written.
public enum Guise {
    /// As any keyboard makes it.
    PLAIN,
    /// As a letter of a decorated alphabet: full width, circled, mathematical, small capitals.
    STYLED,
    /// As a letter of another script that looks like it: Cyrillic, Greek, Armenian, Cherokee.
    FOREIGN
}
