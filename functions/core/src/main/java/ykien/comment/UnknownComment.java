package ykien.comment;

import ykien.http.Problem;

/// The refusal of an id that no comment has which readers see under that article. Whether there is one that they don't
/// see, it does not tell.
public final class UnknownComment {
    /// Why, and what to do.
    public static final Problem PROBLEM = Problem.of(
            404,
            "unknown-comment",
            "Không tìm thấy ý kiến",
            "Dưới bài này không có ý kiến nào ở địa chỉ đó. Ý kiến có thể đã được gỡ, hoặc địa chỉ chép thiếu.");

    private UnknownComment() {}
}
