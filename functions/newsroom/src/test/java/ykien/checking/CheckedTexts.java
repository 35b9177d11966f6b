package ykien.checking;

import java.util.List;
import ykien.checking.Checked.Whole;

/// Lists and texts in short.
final class CheckedTexts {
    private CheckedTexts() {}

    /// The list of these lines, which must be readable.
    static PhraseList list(String... lines) {
        return switch (PhraseList.parse(String.join("\n", lines))) {
            case PhraseList.Outcome.Read(var list) -> list;
            case PhraseList.Outcome.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    /// A comment of nothing but content.
    static Writing content(String content) {
        return new Writing("", "", content);
    }

    /// What is found in this content, which must be wholly checked.
    static List<Finding> findings(Checker checker, String content) {
        return switch (checker.check(content(content))) {
            case Whole whole -> whole.findings();
            case Checked.Unchecked unchecked -> throw new AssertionError(unchecked);
        };
    }
}
