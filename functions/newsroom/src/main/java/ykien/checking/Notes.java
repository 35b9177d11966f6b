package ykien.checking;

import java.util.ArrayList;
import java.util.List;

/// What one finder found in one field.
final class Notes {
    private final List<Finding> findings = new ArrayList<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    /// Whether there is more than anybody will be shown.
    boolean isFull() {
        return findings.size() > Checker.MOST_FINDINGS;
    }

    List<Finding> findings() {
        return findings;
    }
}
