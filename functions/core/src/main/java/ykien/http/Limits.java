package ykien.http;

import java.util.List;

/// What a body that a client sends must be.
public final class Limits {
    /// In bytes: twelve times the longest comment. API Gateway itself takes 10 MB.
    public static final int LARGEST_BODY = 64 * 1024;

    private Limits() {}

    /// Refuses a body that is too large, compressed, or of none of these media types.
    ///
    /// @throws Refusal with status 413 or 415
    public static void refuseOtherThan(Request request, String... mediaTypes) {
        refuseOtherThan(request, LARGEST_BODY, mediaTypes);
    }

    /// The same where more than [#LARGEST_BODY] is taken.
    ///
    /// @param largest in bytes
    /// @throws Refusal with status 413 or 415
    public static void refuseOtherThan(Request request, int largest, String... mediaTypes) {
        if (request.body().size() > largest) {
            throw new Refusal(Problem.of(
                    413,
                    "too-large",
                    "Nội dung gửi lên quá dài",
                    "Nội dung dài " + (request.body().size() + 1023) / 1024 + " KB, nhiều nhất là " + largest / 1024
                            + " KB. Hãy quay lại và rút ngắn."));
        }
        var charset = request.charset();
        if (!List.of(mediaTypes).contains(request.contentType())
                || request.header("content-encoding")
                        .filter(it -> !it.equalsIgnoreCase("identity"))
                        .isPresent()
                || !(charset.isEmpty() || charset.equals("utf-8") || charset.equals("utf8"))) {
            throw new Refusal(Problem.of(
                    415,
                    "media-type",
                    "Kiểu dữ liệu không nhận được",
                    "Ở đây chỉ nhận " + String.join(" hoặc ", mediaTypes) + ", bảng mã UTF-8, không nén."));
        }
    }
}
