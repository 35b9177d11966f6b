package ykien.article;

import java.util.Optional;

/// A photo's name in addresses and in the bucket: what it was called, a hash of its content, and its kind, such as
/// `giao-ban.0f3a9c1d2e4b5a69.jpg`. A photo under a name never changes.
public record PhotoName(String value) {
    private static final int LONGEST = 160;

    public PhotoName {
        if (!isName(value)) {
            throw new IllegalArgumentException("a photo's name is slug.hash.jpg, .png or .gif, not: " + value);
        }
    }

    /// The name that this text is, if it is one.
    public static Optional<PhotoName> parse(String text) {
        return isName(text) ? Optional.of(new PhotoName(text)) : Optional.empty();
    }

    /// The media type of the photo.
    public String mediaType() {
        return switch (value.substring(value.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            default -> "image/jpeg";
        };
    }

    private static boolean isName(String text) {
        var last = text.lastIndexOf('.');
        var first = text.indexOf('.');
        return text.length() <= LONGEST
                && first > 0
                && last > first
                && Slug.parse(text.substring(0, first)).isPresent()
                && isHash(text.substring(first + 1, last))
                && isKind(text.substring(last + 1));
    }

    private static boolean isHash(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return text.length() == 16;
    }

    private static boolean isKind(String text) {
        return text.equals("jpg") || text.equals("png") || text.equals("gif");
    }

    @Override
    public String toString() {
        return value;
    }
}
