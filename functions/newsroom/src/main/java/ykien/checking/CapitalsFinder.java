package ykien.checking;

/// Text in capitals: nearly all of it, or many letters in a row. A name in capitals is a habit, a headline in capitals
/// too, so neither names nor less than [#FEWEST] letters count.
final class CapitalsFinder implements Finder {
    /// How many letters it takes.
    static final int FEWEST = 20;

    /// How many it takes in a row, where the rest is in lower case: abbreviations stand in rows too.
    static final int FEWEST_IN_A_ROW = 30;

    /// Of the whole, in hundredths.
    private static final int MOST_OF_IT = 70;

    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        if (typed.field() == Field.NAME) {
            return;
        }
        var text = typed.text();
        budget.spend(text.length());
        var capitals = text.codePoints().filter(Character::isUpperCase).count();
        var letters =
                capitals + text.codePoints().filter(Character::isLowerCase).count();
        if (letters >= FEWEST
                && 100 * capitals >= MOST_OF_IT * letters
                && !typed.signs().isEmpty()) {
            notes.add(typed.finding(Kind.CAPITALS, 0, typed.signs().size()));
        } else {
            rows(typed, notes);
        }
    }

    private static void rows(Typed typed, Notes notes) {
        var text = typed.text();
        var capitals = 0;
        var start = 0;
        var end = 0;
        for (var i = 0; i <= text.length() && !notes.isFull(); ) {
            var character = i < text.length() ? text.codePointAt(i) : 'x';
            if (Character.isLowerCase(character)) {
                if (capitals >= FEWEST_IN_A_ROW) {
                    notes.add(Finding.of(Kind.CAPITALS, typed.field(), start, end));
                }
                capitals = 0;
            } else if (Character.isUpperCase(character)) {
                start = capitals == 0 ? i : start;
                end = i + Character.charCount(character);
                capitals++;
            }
            i += Character.charCount(character);
        }
    }
}
