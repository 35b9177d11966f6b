package ykien.page;

import java.util.Optional;

/// What an article's page thanks the reader for who comes from sending a form: static words, as the address asks.
public enum Thanks {
    /// For nothing: an article's page as most see it.
    NONE("", ""),
    /// For a comment, which waits for an editor.
    COMMENT("pending", "Đã gửi ý kiến – "),
    /// For the report of a comment, which an editor will look at.
    REPORT("report", "Đã báo vi phạm – ");

    private final String sent;
    private final String title;

    Thanks(String sent, String title) {
        this.sent = sent;
        this.title = title;
    }

    /// What the address asks for.
    ///
    /// @param sent its parameter `sent`
    public static Thanks of(Optional<String> sent) {
        for (var thanks : values()) {
            if (sent.equals(Optional.of(thanks.sent))) {
                return thanks;
            }
        }
        return NONE;
    }

    /// What the page's title begins with.
    String title() {
        return title;
    }
}
