package ykien.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A piece of a field's text, and what was found that it is part of. A page marks those that have a finding.
///
/// @param findings empty: nothing was found here
public record Passage(String text, List<Finding> findings) {
    public Passage {
        findings = List.copyOf(findings);
    }

    /// This text in pieces, cut where a finding begins or ends; put together they are the text. Findings may overlap.
    ///
    /// @param findings those of other fields are passed over
    /// @throws IndexOutOfBoundsException if a finding is of another text
    public static List<Passage> of(Field field, String text, List<Finding> findings) {
        var here = findings.stream().filter(f -> f.field() == field).toList();
        var cuts = new TreeSet<Integer>();
        cuts.add(text.length());
        for (var finding : here) {
            cuts.add(finding.start());
            cuts.add(finding.end());
        }
        var passages = new ArrayList<Passage>();
        var start = 0;
        for (int end : cuts) {
            if (end > start) {
                passages.add(new Passage(text.substring(start, end), around(start, end, here)));
                start = end;
            }
        }
        return passages;
    }

    private static List<Finding> around(int start, int end, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.start() <= start && f.end() >= end)
                .toList();
    }

    @Override
    public String toString() {
        return "Passage[hidden, " + findings + "]";
    }
}
