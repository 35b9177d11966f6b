package ykien.checking;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import ykien.checking.Typed.Span;
import ykien.vietnamese.Sign;

/// Links and e-mail addresses, plain (`https://…`, `www.…`, vidu.vn, t.me/…) and spelt out (vidu chấm com, vidu[.]com,
/// ten a còng vidu.vn).
final class AddressFinder implements Finder {
    @Override
    public void find(Typed typed, Budget budget, Notes notes) {
        var labels = typed.spans(s -> s.isWordly() || s.is('-') || s.is('_'));
        budget.spend(typed.signs().size());
        var reading = new Reading(typed, labels);
        for (var label = 0; label < labels.size() && !notes.isFull(); ) {
            label = reading.read(label, notes);
        }
    }

    /// How two labels are joined.
    private enum Joint {
        DOT,
        /// A dot in brackets or between spaces, or a word for one.
        DISGUISED_DOT,
        AT,
        SCHEME,
        OTHER
    }

    /// Labels joined by dots: two or more may be a name.
    ///
    /// @param last the number of the last label
    /// @param top the number of the last label that ends a name; -1 where none does
    /// @param end the sign before which the name ends, path and all
    private record Chain(int last, int top, int end) {}

    private record Reading(Typed typed, List<Span> labels) {
        private static final int LONGEST_LABEL = 63; // RFC 1035
        private static final int LONGEST_JOINT = 8;

        /// Reads what begins at this label.
        ///
        /// @return where to read on
        int read(int label, Notes notes) {
            if (Address.isScheme(word(label)) && joint(label) == Joint.SCHEME) {
                return note(Kind.LINK, label, wordEnd(labels.get(label).to()), notes);
            }
            var chain = chain(label);
            var host = afterAt(chain.last());
            if (host <= chain.last() || !isPlain(chain.last())) {
                return chain.top() < 0 ? chain.last() + 1 : note(Kind.LINK, label, chain.end(), notes);
            }
            var domain = chain(host);
            return domain.last() == host
                    ? domain.last() + 1
                    : note(Kind.EMAIL, label, labels.get(domain.last()).to(), notes);
        }

        private int note(Kind kind, int label, int end, Notes notes) {
            notes.add(typed.finding(kind, labels.get(label).from(), end));
            var next = label + 1;
            while (next < labels.size() && labels.get(next).from() < end) {
                next++;
            }
            return next;
        }

        private Chain chain(int first) {
            var last = first;
            var top = -1;
            var end = -1;
            var isDisguised = false;
            for (var next = afterDot(first, last); next > last; next = afterDot(first, last)) {
                isDisguised |= next > last + 1 || joint(last) == Joint.DISGUISED_DOT;
                if (isEnd(first, next, isDisguised)) {
                    top = next;
                    end = isFollowedByPath(next)
                            ? wordEnd(labels.get(next).to())
                            : labels.get(next).to();
                }
                last = next;
            }
            return new Chain(last, top, end);
        }

        /// The label behind a dot behind this one; this one where there is none.
        private int afterDot(int first, int label) {
            if (joint(label) == Joint.DOT || joint(label) == Joint.DISGUISED_DOT) {
                return label + 1;
            }
            var spelt = label + 2 < labels.size()
                    && Address.isDotWord(word(label + 1))
                    && isSoft(label)
                    && isSoft(label + 1);
            return spelt && (Address.isTopLevel(word(label + 2)) || word(first).equals("www")) ? label + 2 : label;
        }

        /// The label behind an at sign behind this one; this one where there is none.
        private int afterAt(int label) {
            if (joint(label) == Joint.AT) {
                return label + 1;
            }
            if (label + 2 < labels.size()
                    && word(label + 1).equals("at")
                    && isBracketed(label)
                    && isBracketed(label + 1)) {
                return label + 2;
            }
            var spelt = label + 3 < labels.size()
                    && word(label + 1).equals("a")
                    && (word(label + 2).equals("còng") || word(label + 2).equals("cong"))
                    && isSoft(label)
                    && isSoft(label + 1)
                    && isSoft(label + 2);
            return spelt ? label + 3 : label;
        }

        private boolean isEnd(int first, int label, boolean isDisguised) {
            var word = word(label);
            if (word(first).equals("www")) {
                return isPlain(label);
            }
            var isKnown = Address.isTopLevel(word) || (Address.isShortTopLevel(word) && isFollowedByPath(label));
            return isKnown && (isPlain(label - 1) || (word.equals("vn") && !isDisguised) || isDotWordBefore(label));
        }

        /// Where a dot is spelt, the label before it is the name.
        private boolean isDotWordBefore(int label) {
            return label >= 2 && Address.isDotWord(word(label - 1)) && isPlain(label - 2);
        }

        private boolean isFollowedByPath(int label) {
            var end = labels.get(label).to();
            return end < typed.signs().size() && typed.signs().get(end).is('/');
        }

        /// Whether a label is of a-z and 0-9 alone, and not empty of letters as 3.5 is.
        private boolean isPlain(int label) {
            return word(label).chars().allMatch(c -> c < 0x80) && !word(label).isEmpty();
        }

        /// A label in lower case, with its marks, in NFC; empty text if it is too long for one.
        private String word(int label) {
            var span = labels.get(label);
            if (span.length() > LONGEST_LABEL) {
                return "";
            }
            var signs = typed.signs().subList(span.from(), span.to());
            if (signs.stream().allMatch(s -> s.marks().areNone())) {
                var word = new StringBuilder();
                signs.forEach(s -> word.appendCodePoint(s.base()));
                return word.toString();
            }
            var typedWord = typed.text()
                    .substring(signs.getFirst().start(), signs.getLast().end());
            return Normalizer.normalize(typedWord, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }

        private Joint joint(int label) {
            return switch (between(label)) {
                case "." -> Joint.DOT;
                case "@", " @ ", "[@]", "(@)" -> Joint.AT;
                case "://" -> Joint.SCHEME;
                case " . ", "[.]", "(.)", "{.}", " [.] ", " (.) " -> Joint.DISGUISED_DOT;
                default -> Joint.OTHER;
            };
        }

        /// Whether nothing but spaces, brackets and hyphens stands between this label and the next.
        private boolean isSoft(int label) {
            var between = between(label);
            return !between.isEmpty() && between.chars().allMatch(c -> " ()[]{}-_".indexOf(c) >= 0);
        }

        private boolean isBracketed(int label) {
            var between = between(label).strip();
            return between.length() == 1 && "()[]{}".contains(between);
        }

        /// What stands between this label and the next; empty text if that is too long, or there is no next.
        private String between(int label) {
            if (label + 1 >= labels.size()) {
                return "";
            }
            var from = labels.get(label).to();
            var to = labels.get(label + 1).from();
            if (to - from > LONGEST_JOINT) {
                return "";
            }
            var between = new StringBuilder();
            typed.signs().subList(from, to).forEach(s -> between.appendCodePoint(s.base()));
            return between.toString();
        }

        /// Where the word that goes on here ends, but for the punctuation at its end.
        private int wordEnd(int from) {
            var signs = typed.signs();
            var end = from;
            while (end < signs.size() && !signs.get(end).isSpace()) {
                end++;
            }
            while (end > from && isClosing(signs.get(end - 1))) {
                end--;
            }
            return end;
        }

        private static boolean isClosing(Sign sign) {
            return ".,;:!?)]}>\"'”’".indexOf(sign.base()) >= 0;
        }
    }
}
