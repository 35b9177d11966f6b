package ykien.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ykien.article.Slug;
import ykien.http.Fault;

/// A form under an article that asks for a captcha, with what was typed and what is wrong with it.
public sealed interface Form permits CommentForm, ReportForm {
    /// Under which article.
    Slug article();

    /// What is wrong, in the order of the fields.
    List<Fault> faults();

    /// The seal that the form carries along; empty: the cookie has it.
    Optional<String> token();

    /// Whether it comes back because another picture was asked for.
    boolean renewed();

    /// What stands over it.
    String heading();

    /// The id of its heading.
    String anchor();

    /// Where it is sent.
    String action();

    /// What was typed for the captcha.
    String answer();

    /// The longest of what was typed: it must not be lost, even where no form can be shown.
    String text();

    /// The same with nothing typed for the captcha: its picture is another.
    Form withoutAnswer();

    /// The address of the challenge's picture.
    default String picture() {
        return "/articles/" + article().value() + "/captcha.png"
                + token().map(t -> "?token=" + t).orElse("");
    }

    /// The address of the same challenge's sound.
    default String sound() {
        return "/articles/" + article().value() + "/captcha.wav"
                + token().map(t -> "?token=" + t).orElse("");
    }

    /// Whether something is wrong with this field.
    default boolean hasFault(String field) {
        return faults().stream().anyMatch(f -> f.field().equals(field));
    }

    /// What is wrong with this field.
    default String fault(String field) {
        return String.join(
                " ",
                faults().stream()
                        .filter(f -> f.field().equals(field))
                        .map(Fault::text)
                        .toList());
    }

    /// The value of `aria-invalid`; null for none.
    default @Nullable String invalid(String field) {
        return hasFault(field) ? "true" : null;
    }

    /// The value of `aria-describedby`; null for none.
    ///
    /// @param hint the id of the field's hint; null where it has none
    default @Nullable String described(String field, @Nullable String hint) {
        if (!hasFault(field)) {
            return hint;
        }
        return hint == null ? field + "-fault" : field + "-fault " + hint;
    }
}
