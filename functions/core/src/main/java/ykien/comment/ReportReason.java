package ykien.comment;

import java.util.Arrays;
import java.util.Optional;

/// Why a reader reports a comment. The keys stand in the table and in forms: never change one.
public enum ReportReason {
    /// It advertises, or is there many times.
    SPAM("spam", "Quảng cáo, tin rác"),
    /// It insults or threatens somebody.
    INSULT("insult", "Xúc phạm, đe dọa người khác"),
    /// It states what is not so.
    UNTRUE("untrue", "Sai sự thật"),
    /// It tells who or where somebody is, or how to reach them.
    PERSONAL_DATA("personal-data", "Lộ thông tin cá nhân"),
    /// Another reason, which the reader's words give.
    OTHER("other", "Lý do khác");

    private final String key;
    private final String label;

    ReportReason(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// As it stands in the table and in forms.
    public String key() {
        return key;
    }

    /// As readers see it.
    public String label() {
        return label;
    }

    /// The reason of this key.
    public static Optional<ReportReason> of(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }
}
