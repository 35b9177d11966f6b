package ykien.article;

import ykien.http.Problem;

/// The refusal of a slug that no published article has.
public final class UnknownArticle {
    /// Why, and what to do.
    public static final Problem PROBLEM = Problem.of(
            404,
            "unknown-article",
            "Không tìm thấy bài viết",
            "Không có bài viết nào ở địa chỉ này. Bài có thể đã được gỡ, hoặc địa chỉ chép thiếu.");

    private UnknownArticle() {}
}
