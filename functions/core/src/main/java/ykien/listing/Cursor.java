package ykien.listing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A place in a list that is sorted by time: the sort key and the id of the item that stands there, and nothing else.
/// Which list it is comes from the address, so a cursor can't lead into another one.
///
/// @param at the item's time
/// @param id the item's id: 1 to 120 of `a`-`z`, `0`-`9` and hyphens, which slugs and comment ids are
public record Cursor(Instant at, String id) {
    private static final int LONGEST = 240;

    /// The cursor as it stands in an address: base64url (RFC 4648, section 5) without padding.
    public String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((Timestamp.format(at) + "/" + id).getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what [#token] wrote. Anything else, from anywhere, is empty.
    public static Optional<Cursor> parse(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var slash = text.indexOf('/');
            if (slash != Timestamp.LENGTH || !isId(text.substring(slash + 1))) {
                return Optional.empty();
            }
            var cursor = new Cursor(Instant.parse(text.substring(0, slash)), text.substring(slash + 1));
            return cursor.token().equals(token) ? Optional.of(cursor) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isId(String id) {
        for (var i = 0; i < id.length(); i++) {
            var c = id.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= 120;
    }
}
