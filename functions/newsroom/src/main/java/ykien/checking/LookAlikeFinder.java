package ykien.checking;

import java.util.List;
import ykien.vietnamese.Guise;
import ykien.vietnamese.Sign;

/// Words whose letters are of two scripts, or of a decorated alphabet. A word in one script, whatever it is, is left in
/// peace.
final class LookAlikeFinder implements Finder {
    private static final int FEWEST_STYLED = 2;

    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        budget.spend(typed.signs().size());
        for (var word : typed.spans(Sign::isLetter)) {
            if (!notes.isFull() && isDisguised(typed.signs().subList(word.from(), word.to()))) {
                notes.add(typed.finding(Kind.LOOK_ALIKES, word.from(), word.to()));
            }
        }
    }

    private static boolean isDisguised(List<Sign> word) {
        var foreign = word.stream().anyMatch(s -> s.guise() == Guise.FOREIGN);
        var latin = word.stream().anyMatch(s -> s.guise() == Guise.PLAIN && s.base() >= 'a' && s.base() <= 'z');
        // One character may be two letters, as ™ is: it is one.
        var styled = word.stream().filter(s -> s.guise() == Guise.STYLED).mapToInt(Sign::start);
        return (foreign && latin) || styled.distinct().count() >= FEWEST_STYLED;
    }
}
