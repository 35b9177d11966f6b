package ykien.http;

import java.util.List;
import java.util.Optional;

/// Why a request was refused and what to do about it: a problem detail (RFC 9457) for programs, a page for people.
///
/// @param status the HTTP status
/// @param type last part of the problem's type URI, such as `unknown-article`
/// @param title short and always the same for a type
/// @param detail what was wrong this time, and what to do
/// @param faults what is wrong field by field; empty for most
/// @param allow the methods that the address does know, for status 405
public record Problem(
        int status, String type, String title, String detail, List<Fault> faults, Optional<String> allow) {

    public Problem {
        faults = List.copyOf(faults);
    }

    /// A problem without faults.
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Optional.empty());
    }

    /// Something in the form needs another look.
    public static Problem unprocessable(List<Fault> faults) {
        return new Problem(
                422,
                "faults",
                "Chưa gửi được",
                "Có " + faults.size() + " chỗ cần sửa, ghi trong danh sách kèm theo.",
                faults,
                Optional.empty());
    }

    /// No page at this address.
    public static Problem unknownPage() {
        return of(
                404,
                "unknown-page",
                "Không tìm thấy trang",
                "Địa chỉ này không có trang nào. Hãy kiểm tra lại địa chỉ, hoặc về trang nhất.");
    }

    /// The address is right, the method is not.
    ///
    /// @param allow as in the header `Allow`: `GET, HEAD`
    static Problem wrongMethod(String allow) {
        return new Problem(
                405,
                "wrong-method",
                "Phương thức không dùng được ở đây",
                "Địa chỉ này chỉ nhận " + allow + ".",
                List.of(),
                Optional.of(allow));
    }

    /// What is there ends before the part that was asked for begins.
    static Problem outOfRange(int size) {
        return of(
                416,
                "out-of-range",
                "Không có phần được yêu cầu",
                "Tệp này chỉ có " + size + " byte. Hãy yêu cầu lại, không kèm “Range”.");
    }

    /// A fault of ours: the request id is all that leaves the house.
    static Problem internal(String requestId) {
        return of(
                500,
                "internal",
                "Có lỗi trong hệ thống",
                "Xin thử lại sau ít phút. Nếu vẫn lỗi, hãy báo cho tòa soạn mã yêu cầu này: " + requestId + ".");
    }
}
