package ykien.http;

/// The media types that the site sends.
public final class MediaTypes {
    /// A page.
    public static final String HTML = "text/html; charset=utf-8";
    /// A resource for programs; always UTF-8 (RFC 8259).
    public static final String JSON = "application/json";
    /// A refusal for programs (RFC 9457).
    public static final String PROBLEM = "application/problem+json";

    /// JSON, a value a line.
    public static final String NDJSON = "application/x-ndjson";

    private MediaTypes() {}

    /// Whether bodies of this type are UTF-8 text, which is worth compressing.
    static boolean isText(String contentType) {
        return contentType.startsWith("text/")
                || contentType.startsWith("application/json")
                || contentType.startsWith("application/problem+json")
                || contentType.startsWith("application/x-ndjson")
                || contentType.startsWith("image/svg+xml")
                || contentType.isEmpty();
    }
}
