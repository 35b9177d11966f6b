package ykien.http;

/// What every answer tells the browser to refuse.
///
/// @param contentSecurityPolicy nothing inline, nothing from elsewhere but photos; scripts are files of the site's own,
/// which `nosniff` keeps apart from its pages and JSON, and they speak to the site alone
/// @param secure whether the site is reached over TLS, so that browsers are told to come back that way
public record SecurityHeaders(String contentSecurityPolicy, boolean secure) {
    /// The headers of this site.
    ///
    /// @param photos where photos come from besides the site itself, such as
    /// `https://bucket.s3.region.amazonaws.com`; empty text for nowhere
    public static SecurityHeaders of(Site site, String photos) {
        var images = photos.isEmpty() ? "'self'" : "'self' " + photos;
        return new SecurityHeaders(
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src " + images
                        + "; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                site.isSecure());
    }

    /// The same for pages that bring scripts of their own along.
    public SecurityHeaders withScripts() {
        return new SecurityHeaders(contentSecurityPolicy + "; script-src 'self'", secure);
    }

    Response on(Response response) {
        var headers = response.withDefault("content-security-policy", contentSecurityPolicy)
                .withDefault("x-content-type-options", "nosniff")
                .withDefault("x-frame-options", "DENY")
                .withDefault("referrer-policy", "same-origin")
                .withDefault("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .withDefault("cross-origin-opener-policy", "same-origin")
                .withDefault("cache-control", "no-store");
        return secure ? headers.withDefault("strict-transport-security", "max-age=31536000") : headers;
    }
}
