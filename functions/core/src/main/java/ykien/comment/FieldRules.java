package ykien.comment;

import java.util.List;
import ykien.http.Fault;

/// What a field of a form must hold, whichever the form is. Each rule adds its fault to those found already.
final class FieldRules {
    private FieldRules() {}

    /// Any text at all.
    ///
    /// @return whether there is some
    static boolean required(String field, String label, String remedy, String typed, List<Fault> faults) {
        if (PlainText.of(typed).isBlank()) {
            faults.add(new Fault(field, label + " còn trống.", remedy));
            return false;
        }
        return true;
    }

    /// Text on one line.
    ///
    /// @param longest in code points
    static void line(String field, String label, String typed, int longest, List<Fault> faults) {
        if (PlainText.of(typed).hasLineBreak()) {
            faults.add(new Fault(field, label + " có nhiều dòng.", "Hãy viết trên một dòng."));
        } else {
            text(field, label, typed, longest, faults);
        }
    }

    /// Text on any number of lines.
    ///
    /// @param longest in code points
    static void text(String field, String label, String typed, int longest, List<Fault> faults) {
        var text = PlainText.of(typed);
        if (text.hasForbidden()) {
            faults.add(new Fault(
                    field,
                    label + " có ký tự không phải là chữ (dấu \uFFFD chỉ chỗ đó).",
                    "Hãy xóa ký tự đó, hoặc nhập lại."));
        } else if (text.length() > longest) {
            faults.add(new Fault(
                    field,
                    label + " dài " + text.length() + " ký tự, nhiều nhất là " + longest + ".",
                    "Hãy rút ngắn lại."));
        }
    }

    /// The answer to a captcha: whether it is right, is not asked here.
    static void answer(String typed, List<Fault> faults) {
        required("answer", "Mã bảo vệ", "Hãy nhập 5 ký tự trong hình, hoặc 6 chữ số nghe được.", typed, faults);
    }
}
