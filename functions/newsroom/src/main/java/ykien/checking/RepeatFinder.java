package ykien.checking;

import java.util.HashMap;
import java.util.List;
import ykien.vietnamese.Sign;
import ykien.vietnamese.Syllable;

/// The same again and again: characters (aaaaaa, !!!!!!, ?!?!?!?!), words, sentences.
final class RepeatFinder implements Finder {
    private static final int LONGEST_UNIT = 4; // in characters
    private static final int FEWEST_CHARACTERS = 6; // times
    private static final int FEWEST_IN_A_RULE = 20; // times, for what rules and ellipses are made of
    private static final int LONGEST_WORDS = 10; // in syllables
    private static final int FEWEST_WORDS = 4; // times
    private static final int FEWEST_SYLLABLES = 5; // times, for a unit of one
    private static final int SHORTEST_SENTENCE = 3; // in syllables
    private static final int FEWEST_SENTENCES = 3; // times

    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        budget.spend((long) typed.signs().size() * (LONGEST_UNIT + 1)
                + (long) typed.syllables().size() * (LONGEST_WORDS + 1));
        for (var unit = 1; unit <= LONGEST_UNIT; unit++) {
            characters(typed, unit, notes);
        }
        for (var unit = 1; unit <= LONGEST_WORDS; unit++) {
            words(typed, unit, notes);
        }
        sentences(typed, notes);
    }

    private static void characters(Typed typed, int unit, Notes notes) {
        var signs = typed.signs();
        var from = 0;
        for (var i = unit; i <= signs.size(); i++) {
            if (i == signs.size() || !isAgain(signs, i, unit)) {
                var times = (i - from) / unit;
                if (times >= FEWEST_CHARACTERS && times >= fewest(signs.get(from))) {
                    note(typed.finding(Kind.REPEATED, from, i), notes);
                }
                from = i - unit + 1;
            }
        }
    }

    private static boolean isAgain(List<Sign> signs, int i, int unit) {
        var sign = signs.get(i);
        return sign.base() == signs.get(i - unit).base() && !sign.isSpace() && !sign.isDigit();
    }

    private static int fewest(Sign sign) {
        return ".-_=*~".indexOf(sign.base()) >= 0 ? FEWEST_IN_A_RULE : FEWEST_CHARACTERS;
    }

    private static void words(Typed typed, int unit, Notes notes) {
        var words = typed.syllables();
        var from = 0;
        for (var i = unit; i <= words.size(); i++) {
            if (i == words.size()
                    || !words.get(i).plain().equals(words.get(i - unit).plain())
                    || isNumber(words.get(i))) {
                if ((i - from) / unit >= (unit == 1 ? FEWEST_SYLLABLES : FEWEST_WORDS)) {
                    var end = words.get(i - 1).end();
                    note(
                            Finding.of(
                                    Kind.REPEATED,
                                    typed.field(),
                                    words.get(from).start(),
                                    end),
                            notes);
                }
                from = i - unit + 1;
            }
        }
    }

    private static boolean isNumber(Syllable word) {
        return word.plain().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void sentences(Typed typed, Notes notes) {
        var times = new HashMap<List<String>, Integer>();
        for (var sentence : typed.spans(s -> !s.isLineBreak() && ".!?".indexOf(s.base()) < 0)) {
            var syllables = Syllable.of(typed.signs().subList(sentence.from(), sentence.to()));
            var words = syllables.stream().map(Syllable::plain).toList();
            if (words.size() >= SHORTEST_SENTENCE && times.merge(words, 1, Integer::sum) == FEWEST_SENTENCES) {
                var start = syllables.getFirst().start();
                note(
                        Finding.of(
                                Kind.REPEATED,
                                typed.field(),
                                start,
                                syllables.getLast().end()),
                        notes);
            }
        }
    }

    private static void note(Finding finding, Notes notes) {
        if (!notes.isFull() && notes.findings().stream().noneMatch(f -> f.covers(finding))) {
            notes.add(finding);
        }
    }
}
