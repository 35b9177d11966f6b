package ykien.checking;

import ykien.vietnamese.Signs;

/// A phrase, ready to be compared.
record Pattern(Phrase phrase, Spelling spelling) {
    static Pattern of(Phrase phrase) {
        return new Pattern(phrase, Spelling.literal(Signs.of(phrase.text())));
    }
}
