package ykien.comment;

import java.util.Optional;
import ykien.http.Fault;

/// What an e-mail address and a phone number must look like. Only shapes that can't work are refused: whether mail
/// arrives, mail alone can tell.
final class ContactRules {
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15; // ITU-T E.164
    private static final int LONGEST_PHONE = 40; // with whatever stands between the digits

    private ContactRules() {}

    static Optional<Fault> email(String email) {
        var at = email.indexOf('@');
        if (at < 0) {
            return emailFault("Email thiếu ký tự @.");
        }
        if (email.codePointCount(0, email.length()) > EmailAddress.LONGEST) {
            return emailFault("Email dài quá " + EmailAddress.LONGEST + " ký tự.");
        }
        if (at == 0) {
            return emailFault("Email thiếu phần trước @.");
        }
        if (email.indexOf('@', at + 1) >= 0) {
            return emailFault("Email có nhiều hơn một ký tự @.");
        }
        if (!email.codePoints().allMatch(ContactRules::isAddressCharacter)) {
            return emailFault("Email có ký tự không dùng được trong địa chỉ.");
        }
        return isDomain(email.substring(at + 1)) ? Optional.empty() : emailFault("Phần sau @ của email chưa đúng.");
    }

    static Optional<Fault> phone(String phone) {
        var digits = phone.chars().filter(c -> c >= '0' && c <= '9').count();
        var plus = phone.lastIndexOf('+');
        if (plus > 0 || !phone.chars().allMatch(c -> (c >= '0' && c <= '9') || " .-()+".indexOf(c) >= 0)) {
            return phoneFault("Số điện thoại có ký tự không phải là số.");
        }
        if (phone.length() > LONGEST_PHONE) {
            return phoneFault("Số điện thoại dài " + phone.length() + " ký tự, nhiều nhất là " + LONGEST_PHONE + ".");
        }
        return digits < FEWEST_DIGITS || digits > MOST_DIGITS
                ? phoneFault(
                        "Số điện thoại có " + digits + " chữ số, cần từ " + FEWEST_DIGITS + " đến " + MOST_DIGITS + ".")
                : Optional.empty();
    }

    private static boolean isAddressCharacter(int c) {
        return c > ' '
                && !PlainText.isForbidden(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && "<>()[],;:\\\"".indexOf(c) < 0;
    }

    /// Two labels or more, none of them empty or beginning or ending with a hyphen.
    private static boolean isDomain(String domain) {
        var start = 0;
        var labels = 0;
        for (var i = 0; i <= domain.length(); i++) {
            if (i == domain.length() || domain.charAt(i) == '.') {
                if (i == start || domain.charAt(start) == '-' || domain.charAt(i - 1) == '-') {
                    return false;
                }
                labels++;
                start = i + 1;
            }
        }
        return labels >= 2;
    }

    private static Optional<Fault> emailFault(String wrong) {
        return Optional.of(new Fault("email", wrong, "Hãy nhập email theo dạng ten@vidu.vn."));
    }

    private static Optional<Fault> phoneFault(String wrong) {
        return Optional.of(
                new Fault("phone", wrong, "Hãy nhập dạng 0912 345 678 hoặc +84 912 345 678, hoặc để trống."));
    }
}
