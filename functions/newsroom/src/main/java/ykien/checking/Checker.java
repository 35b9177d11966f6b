package ykien.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ykien.checking.Checked.Reason;
import ykien.checking.Checked.Unchecked;
import ykien.checking.Checked.Whole;

/// Checks comments. Made once for a list, which takes a while for a long one; then any number of comments, from any
/// thread.
///
/// A check takes steps in proportion to the comment's length, at most a hundred per char whatever the list; what would
/// take more, or is longer than [#LONGEST], is [Unchecked]. It takes any text and never throws.
public final class Checker {
    /// How many findings are named for one comment.
    public static final int MOST_FINDINGS = 50;

    /// How long a comment may be to be checked at all, in chars. The form takes about a hundredth of it.
    public static final int LONGEST = 1_000_000;

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::field)
            .thenComparingInt(Finding::start)
            .thenComparingInt(Finding::end)
            .thenComparing(Finding::kind);

    private final List<Finder> finders;
    private final boolean hasPhrases;

    Checker(List<Finder> finders, boolean hasPhrases) {
        this.finders = finders;
        this.hasPhrases = hasPhrases;
    }

    /// A checker that looks for these phrases, and for all else. An empty list is a list.
    public static Checker of(PhraseList list) {
        var finders = Stream.concat(Stream.of(new PhraseFinder(list)), withoutPhrases().finders.stream());
        return new Checker(finders.toList(), true);
    }

    /// A checker for when the list can't be read: it looks for all else, and whatever it is given stays
    /// [Unchecked].
    public static Checker withoutPhrases() {
        var finders = List.<Finder>of(
                new AddressFinder(),
                new PhoneFinder(),
                new LookAlikeFinder(),
                new RepeatFinder(),
                new CapitalsFinder());
        return new Checker(finders, false);
    }

    /// What a moderator should look at.
    public Checked check(Writing writing) {
        return check(writing, budget(writing));
    }

    static Budget budget(Writing writing) {
        return Budget.forLength(length(writing));
    }

    private static long length(Writing writing) {
        return (long) writing.title().length()
                + writing.name().length()
                + writing.content().length();
    }

    Checked check(Writing writing, Budget budget) {
        if (length(writing) > LONGEST) {
            return new Unchecked(Reason.TOO_MUCH, List.of(), "");
        }
        var found = new ArrayList<Finding>();
        try {
            for (var field : Field.values()) {
                find(Typed.of(field, writing.of(field)), budget, found);
            }
        } catch (RuntimeException e) { // a bug of ours: what was found before stands, and the comment waits
            return new Unchecked(Reason.FAILED, shown(found), place(e));
        }
        if (budget.isSpent()) {
            return new Unchecked(Reason.TOO_MUCH, shown(found), "");
        }
        return hasPhrases
                ? new Whole(shown(found), found.size() > MOST_FINDINGS)
                : new Unchecked(Reason.NO_PHRASES, shown(found), "");
    }

    private void find(Typed typed, Budget budget, List<Finding> found) {
        for (var finder : finders) {
            var notes = new Notes();
            finder.find(typed, budget, notes);
            found.addAll(notes.findings());
        }
    }

    /// Of too many, the gravest; then by place.
    private static List<Finding> shown(List<Finding> found) {
        return found.stream()
                .sorted(Comparator.comparing(Finding::kind).thenComparing(BY_PLACE))
                .limit(MOST_FINDINGS)
                .sorted(BY_PLACE)
                .toList();
    }

    /// Where it happened. An exception's message may quote what a reader typed.
    private static String place(RuntimeException e) {
        var trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
