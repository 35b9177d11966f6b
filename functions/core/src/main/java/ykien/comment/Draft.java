package ykien.comment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.http.Fault;

/// What a reader typed into the form, as it came in. It is personal data, and prints as such.
///
/// @param answer to the captcha
/// @param token the seal that the form carried along; empty text where the cookie alone has it
public record Draft(
        String title, String name, String email, String phone, String answer, String content, String token) {
    /// How long a title may be, in code points.
    public static final int LONGEST_TITLE = 120;

    /// How long a name may be, in code points.
    public static final int LONGEST_NAME = 80;

    /// How long a comment may be, in code points.
    public static final int LONGEST_CONTENT = 5000;

    /// The empty form.
    public static final Draft EMPTY = new Draft("", "", "", "", "", "", "");

    /// All that is wrong with it, in the order of the form; empty if nothing is. Whether the answer is right is not
    /// asked here, only whether there is one.
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        FieldRules.line("title", "Tiêu đề", title, LONGEST_TITLE, faults);
        if (FieldRules.required("name", "Người gửi", "Hãy nhập tên của bạn; tên này hiện cùng ý kiến.", name, faults)) {
            FieldRules.line("name", "Người gửi", name, LONGEST_NAME, faults);
        }
        if (FieldRules.required("email", "Email", "Hãy nhập email; email không hiện trên báo.", email, faults)) {
            ContactRules.email(PlainText.of(email).value()).ifPresent(faults::add);
        }
        if (!PlainText.of(phone).isBlank()) {
            ContactRules.phone(PlainText.of(phone).value()).ifPresent(faults::add);
        }
        FieldRules.answer(answer, faults);
        if (FieldRules.required("content", "Nội dung", "Hãy viết ý kiến của bạn.", content, faults)) {
            FieldRules.text("content", "Nội dung", content, LONGEST_CONTENT, faults);
        }
        return faults;
    }

    /// The comment that this is.
    ///
    /// @param now is cut to the millisecond
    /// @throws IllegalStateException if there are faults
    public Comment comment(CommentId id, Slug article, Instant now) {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("a draft with faults is no comment; ask for faults() first");
        }
        var author = new Author(
                PlainText.of(name).value(),
                new EmailAddress(PlainText.of(email).value()),
                optional(phone).map(PhoneNumber::new));
        return new Comment(
                id,
                article,
                now.truncatedTo(ChronoUnit.MILLIS),
                author,
                optional(title),
                PlainText.of(content).value());
    }

    /// The same as a page can show it: U+FFFD stands for what is no text, so that whoever typed it finds it.
    public Draft showable() {
        return new Draft(
                PlainText.showable(title),
                PlainText.showable(name),
                PlainText.showable(email),
                PlainText.showable(phone),
                PlainText.showable(answer),
                PlainText.showable(content),
                token);
    }

    /// The same with this answer typed.
    public Draft withAnswer(String typed) {
        return new Draft(title, name, email, phone, typed, content, token);
    }

    private static Optional<String> optional(String typed) {
        var text = PlainText.of(typed);
        return text.isBlank() ? Optional.empty() : Optional.of(text.value());
    }

    @Override
    public String toString() {
        return "Draft[hidden]";
    }
}
