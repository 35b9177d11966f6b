package ykien.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// An `Accept` header (RFC 9110, section 12.5.1). What can't be understood of it is passed over.
record Accept(List<Range> ranges) {
    /// One media range and how much it is liked, 0 to 1.
    private record Range(String type, String subtype, double quality) {
        /// How exactly this range names a media type: 2 by name, 1 by type, 0 by `*/*`, -1 not at all.
        int precision(String type, String subtype) {
            if (this.type.equals(type)) {
                return this.subtype.equals(subtype) ? 2 : this.subtype.equals("*") ? 1 : -1;
            }
            return this.type.equals("*") && this.subtype.equals("*") ? 0 : -1;
        }
    }

    static Accept parse(String header) {
        var ranges = new ArrayList<Range>();
        for (var part : split(header, ',')) {
            var pieces = split(part, ';');
            var slash = pieces.getFirst().indexOf('/');
            if (slash > 0) {
                ranges.add(new Range(
                        pieces.getFirst().substring(0, slash),
                        pieces.getFirst().substring(slash + 1),
                        quality(pieces)));
            }
        }
        return new Accept(ranges);
    }

    /// Whether an `Accept-Encoding` header lets this coding, such as `gzip`, be used; `*` lets none.
    static boolean acceptsCoding(String header, String coding) {
        for (var part : split(header, ',')) {
            var pieces = split(part, ';');
            if (pieces.getFirst().equals(coding)) {
                return quality(pieces) > 0;
            }
        }
        return false;
    }

    /// How much a media type is liked.
    ///
    /// @param quality from 0 to 1
    /// @param precision how exactly the header names it; of two that are liked alike, the one named more exactly is
    /// the one that is meant, as in `application/json, text/plain, */*`
    record Liking(double quality, int precision) implements Comparable<Liking> {
        @Override
        public int compareTo(Liking other) {
            return Comparator.comparingDouble(Liking::quality)
                    .thenComparingInt(Liking::precision)
                    .compare(this, other);
        }
    }

    /// How much a language is liked by an `Accept-Language` header (RFC 9110, section 12.5.4), whichever country's: as
    /// the range that names it says, the most if there are several, else as `*` says.
    static double languageQuality(String header, String language) {
        var named = -1.0;
        var any = 0.0;
        for (var part : split(header, ',')) {
            var pieces = split(part, ';');
            var range = pieces.getFirst();
            if (range.equals(language) || range.startsWith(language + "-")) {
                named = Math.max(named, quality(pieces));
            } else if (range.equals("*")) {
                any = quality(pieces);
            }
        }
        return named < 0 ? any : named;
    }

    /// How much this media type is liked: by the range that names it most exactly.
    Liking liking(String type, String subtype) {
        var liking = new Liking(0, -1);
        for (var range : ranges) {
            var precision = range.precision(type, subtype);
            if (precision > liking.precision()) {
                liking = new Liking(range.quality(), precision);
            }
        }
        return liking;
    }

    private static double quality(List<String> pieces) {
        for (var piece : pieces) {
            if (piece.startsWith("q=")) {
                return quality(piece.substring(2));
            }
        }
        return 1;
    }

    /// From 0 to 1; what is no number is 0. Digits and a point, no more: Java knows `1e-1`, `1d` and `0x1p-1` as
    /// numbers too, and the edge, which has to choose alike (template.yaml, EdgePreferences), knows others.
    private static double quality(String text) {
        for (var i = 0; i < text.length(); i++) {
            if ("0123456789.".indexOf(text.charAt(i)) < 0) {
                return 0;
            }
        }
        try {
            var quality = Double.parseDouble(text);
            return quality <= 1 ? quality : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// Split by hand: a regular expression would cost classes at a cold start.
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator) {
                parts.add(text.substring(start, i).strip().toLowerCase(Locale.ROOT));
                start = i + 1;
            }
        }
        return parts;
    }
}
