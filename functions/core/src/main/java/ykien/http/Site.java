package ykien.http;

import java.util.Optional;

/// Where the newspaper stands on the web.
///
/// @param name the newspaper's name, such as `Báo Mẫu`
/// @param url its origin, such as `https://bao.example`, without a trailing slash; empty: whatever domain a request
/// asked for
public record Site(String name, Optional<String> url) {
    /// From the settings `SITE_NAME` and `SITE_URL`; an empty `SITE_URL` is none.
    public static Site of(String name, String url) {
        return new Site(name, url.isBlank() ? Optional.empty() : Optional.of(url));
    }

    /// The site's origin, as this client sees it.
    public String origin(Request request) {
        return url.orElse("https://" + request.domain());
    }

    /// Whether the site is reached over TLS: everywhere but on a developer's machine.
    public boolean isSecure() {
        return !url.orElse("https").startsWith("http:");
    }

    /// Refuses a form that another site's page sent in a reader's name. Browsers say where a request comes from
    /// (`Sec-Fetch-Site`, Fetch Metadata; older ones `Origin`, RFC 6454); text browsers and programs say neither,
    /// and carry no reader's cookies that another site could ride on.
    ///
    /// @throws Refusal with status 403
    public void refuseCrossSite(Request request) {
        var fetchSite = request.header("sec-fetch-site");
        var foreign = fetchSite.isPresent()
                ? !fetchSite.get().equals("same-origin") && !fetchSite.get().equals("none")
                : request.header("origin")
                        .filter(o -> !o.equals(origin(request)))
                        .isPresent();
        if (foreign) {
            throw new Refusal(
                    Problem.of(
                            403,
                            "cross-site",
                            "Yêu cầu đến từ một trang khác",
                            "Để bảo vệ bạn đọc, biểu mẫu chỉ được gửi từ chính trang báo này. Hãy mở bài viết tại đây rồi gửi lại."));
        }
    }
}
