package ykien.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ykien.checking.Phrase.Severity;

/// The newsroom's phrases.
final class PhraseFinder implements Finder {
    /// How many are looked at before those inside of others are left out.
    private static final int MOST_MATCHES = 4 * Checker.MOST_FINDINGS;

    private static final Comparator<Finding> WIDEST_FIRST = Comparator.comparingInt(Finding::start)
            .thenComparing(Finding::end, Comparator.reverseOrder())
            .thenComparing(Finding::kind);

    private final Automaton automaton;

    PhraseFinder(PhraseList list) {
        automaton = new Automaton(list.phrases().stream().map(Pattern::of).toList());
    }

    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        var found = new ArrayList<Finding>();
        search(typed, Spelling.literal(typed.signs()), budget, found);
        Spelling.withStandIns(typed.signs()).ifPresent(text -> {
            var more = new ArrayList<Finding>();
            search(typed, text, budget, more);
            more.removeIf(f -> !f.ways().contains(Way.STAND_INS) || isSeen(f, found));
            found.addAll(more);
        });
        found.sort(WIDEST_FIRST);
        for (var finding : found) {
            if (!notes.isFull() && isNew(finding, notes.findings())) {
                notes.add(finding);
            }
        }
    }

    private void search(Typed typed, Spelling text, Budget budget, List<Finding> found) {
        automaton.read(text, budget, (pattern, firstRun) -> {
            if (found.size() < MOST_MATCHES) {
                new Comparison(pattern.spelling(), text, firstRun)
                        .match()
                        .ifPresent(m -> found.add(typed.finding(
                                pattern.phrase(), kind(pattern, m.isCertain()), m.start(), m.end(), m.ways())));
            }
        });
    }

    private static Kind kind(Pattern pattern, boolean isCertain) {
        return pattern.phrase().severity() == Severity.BANNED && isCertain ? Kind.BANNED : Kind.SUSPECT;
    }

    /// Whether this phrase was found about there as it is written.
    private static boolean isSeen(Finding finding, List<Finding> earlier) {
        return earlier.stream()
                .anyMatch(e ->
                        e.phrase().equals(finding.phrase()) && e.start() < finding.end() && finding.start() < e.end());
    }

    /// Whether it says anything that a wider finding, at least as grave, does not.
    private static boolean isNew(Finding finding, List<Finding> earlier) {
        return earlier.stream().noneMatch(e -> e.covers(finding) && e.kind().compareTo(finding.kind()) <= 0);
    }
}
