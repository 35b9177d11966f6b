package ykien.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ykien.checking.Typed.Span;
import ykien.vietnamese.Sign;
import ykien.vietnamese.Syllable;

/// Phone numbers of Vietnam: mobile (ten digits, and the eleven of before 2018), landline, 1900 and 1800; with +84 or
/// 0, parted by spaces, dots, hyphens or brackets, or spelt digit by digit (không chín một …).
final class PhoneFinder implements Finder {
    private static final Pattern NUMBER = Pattern.compile("(?:\\+?84|0084|0)(?:[35789][0-9]{8}|[12][0-9]{9})"
            + "|\\+?840(?:[35789][0-9]{8}|2[0-9]{9})"
            + "|1[89]00[0-9]{4}(?:[0-9]{2})?");
    private static final Pattern TWO_YEARS = Pattern.compile("1[89]00(?:1[5-9]|20)[0-9]{2}");
    private static final int MOST_DIGITS = 14;
    private static final int MOST_BETWEEN = 3; // signs between two digits

    private static final Map<String, Character> WORDS = words();

    private static Map<String, Character> words() {
        var words = new HashMap<String, Character>();
        var spelt = List.of("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy bẩy", "tám", "chín");
        for (var digit = 0; digit < spelt.size(); digit++) {
            for (var word : Syllable.of(spelt.get(digit))) {
                words.put(word.marked(), (char) ('0' + digit));
                words.put(word.plain(), (char) ('0' + digit));
            }
        }
        return Map.copyOf(words);
    }

    /// One digit.
    ///
    /// @param span the signs that write it
    /// @param isJoined whether it belongs to the digits before it, with nothing between
    /// @param isApart whether it can't: too much stands between
    private record Digit(char value, Span span, boolean isJoined, boolean isApart) {}

    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        budget.spend(typed.signs().size());
        var digits = digits(typed);
        for (var i = 0; i < digits.size() && !notes.isFull(); ) {
            var end = digits.get(i).isJoined() ? i : numberEnd(typed, digits, i, budget);
            if (end > i) {
                var from = digits.get(i).span().from() - (isAfterPlus(typed, digits.get(i)) ? 1 : 0);
                notes.add(typed.finding(
                        Kind.PHONE, from, digits.get(end - 1).span().to()));
            }
            i = Math.max(end, i + 1);
        }
    }

    /// Before which digit the longest number that begins here ends; here, if none does.
    private static int numberEnd(Typed typed, List<Digit> digits, int from, Budget budget) {
        var number = new StringBuilder(isAfterPlus(typed, digits.get(from)) ? "+" : "");
        var end = from;
        for (var i = from; i < digits.size() && number.length() <= MOST_DIGITS; i++) {
            if (i > from && digits.get(i).isApart()) {
                break;
            }
            budget.spend(1);
            number.append(digits.get(i).value());
            var isWhole = i + 1 == digits.size() || !digits.get(i + 1).isJoined();
            if (isWhole && isNumber(number)) {
                end = i + 1;
            }
        }
        return end;
    }

    /// Whether it is one, and not "1900-1954".
    private static boolean isNumber(CharSequence number) {
        return NUMBER.matcher(number).matches() && !TWO_YEARS.matcher(number).matches();
    }

    private static boolean isAfterPlus(Typed typed, Digit digit) {
        var before = digit.span().from() - 1;
        return before >= 0 && typed.signs().get(before).is('+');
    }

    private static List<Digit> digits(Typed typed) {
        var digits = new ArrayList<Digit>();
        var end = 0;
        for (var word : typed.spans(Sign::isWordly)) {
            var isApart = !mayPart(typed.signs().subList(end, word.from()));
            end = digits(typed, word, isApart, digits) ? word.to() : end;
        }
        return digits;
    }

    /// Adds the digits of one word.
    ///
    /// @return whether it has any
    private static boolean digits(Typed typed, Span word, boolean isApart, List<Digit> digits) {
        var signs = typed.signs().subList(word.from(), word.to());
        if (signs.stream().noneMatch(Sign::isDigit)) {
            return spelt(signs, word, isApart, digits);
        }
        var areDigits = areDigits(signs);
        var last = -1;
        for (var i = 0; i < signs.size(); i++) {
            if (signs.get(i).isDigit() || areDigits) {
                var isJoined = last >= 0 && last == i - 1;
                var span = new Span(word.from() + i, word.from() + i + 1);
                digits.add(new Digit(digit(signs.get(i)), span, isJoined, !isJoined && (i > 0 || isApart)));
                last = i;
            }
        }
        return true;
    }

    private static boolean spelt(List<Sign> signs, Span word, boolean isApart, List<Digit> digits) {
        var syllable = Syllable.of(signs).getFirst();
        var digit = WORDS.get(syllable.marked());
        if (digit != null) {
            digits.add(new Digit(digit, word, false, isApart));
        }
        return digit != null;
    }

    /// Whether a word is digits and letters that look like some: O9l2.
    private static boolean areDigits(List<Sign> word) {
        return word.stream().allMatch(s -> digit(s) != 0);
    }

    private static char digit(Sign sign) {
        return switch (sign.base()) {
            case 'o' -> '0';
            case 'i', 'l' -> '1';
            default -> sign.isDigit() ? (char) sign.base() : 0;
        };
    }

    private static boolean mayPart(List<Sign> between) {
        return between.size() <= MOST_BETWEEN && between.stream().allMatch(s -> " .-–—()·_/,+".indexOf(s.base()) >= 0);
    }
}
