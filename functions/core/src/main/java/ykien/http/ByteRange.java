package ykien.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// A part of an answer (RFC 9110, section 14), for clients that play sounds: iOS plays none that it can't have in
/// parts.
///
/// @param first of the bytes asked for, from 0 on
/// @param last of them
record ByteRange(int first, int last) {
    /// Whether there is anything to send: a range may lie behind the end.
    private boolean isEmpty() {
        return first > last;
    }

    /// Answers with the part that is asked for, where the answer says `accept-ranges: bytes`. More than one part, and
    /// what is no range, are answered with the whole; so is a part of something else than the client has parts of.
    ///
    /// @param refused what says why there is no such part
    static Response part(Request request, Response whole, Function<Problem, Response> refused) {
        if (whole.status() != 200 || !whole.header("accept-ranges").equals("bytes")) {
            return whole;
        }
        // The tag is strong: two challenges' parts must never become one sound.
        var tagged = whole.withHeader("etag", "\"" + Caching.digest(whole.body()) + "\"");
        if (!request.method().equals("GET")
                || !request.header("if-range").orElse(tagged.header("etag")).equals(tagged.header("etag"))) {
            return tagged;
        }
        return request.header("range")
                .flatMap(header -> parse(header, whole.body().size()))
                .map(range -> range.of(tagged, refused))
                .orElse(tagged);
    }

    private Response of(Response whole, Function<Problem, Response> refused) {
        var size = whole.body().size();
        if (isEmpty()) {
            return refused.apply(Problem.outOfRange(size)).withHeader("content-range", "bytes */" + size);
        }
        return whole.withStatus(206)
                .withHeader("content-range", "bytes " + first + "-" + last + "/" + size)
                .withBody(Body.of(Arrays.copyOfRange(whole.body().bytes(), first, last + 1)));
    }

    /// Reads `bytes=0-1`, `bytes=100-` or `bytes=-100`. Empty: it is none of these.
    private static Optional<ByteRange> parse(String header, int size) {
        var equals = header.indexOf('=');
        if (equals < 0 || !header.substring(0, equals).strip().equalsIgnoreCase("bytes")) {
            return Optional.empty();
        }
        var range = header.substring(equals + 1).strip();
        var hyphen = range.indexOf('-');
        if (hyphen < 0) {
            return Optional.empty();
        }
        var from = number(range.substring(0, hyphen));
        var to = number(range.substring(hyphen + 1));
        if (range.length() == 1 || from.isEmpty() || to.isEmpty() || isBackwards(hyphen, from.get(), to.get())) {
            return Optional.empty();
        }
        return Optional.of(
                hyphen == 0
                        ? new ByteRange((int) Math.max(0, size - to.get()), size - 1)
                        : new ByteRange((int) Math.min(size, from.get()), (int) Math.min(size - 1, to.get())));
    }

    private static boolean isBackwards(int hyphen, long from, long to) {
        return hyphen > 0 && to < from;
    }

    /// Digits as a number; no digits as the largest; anything else is empty. A number of more than 18 digits lies
    /// behind every end.
    private static Optional<Long> number(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(digits.isEmpty() || digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }
}
