package ykien.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ykien.article.Slug;
import ykien.comment.Draft;
import ykien.http.Fault;

/// The form "Gửi ý kiến" with what was typed and what is wrong with it.
///
/// @param token the seal that the form carries along; empty: the cookie has it
/// @param renewed whether it comes back because another picture was asked for
public record CommentForm(Slug article, Draft draft, List<Fault> faults, Optional<String> token, boolean renewed) {
    /// The form as an article's page has it: the same for every reader.
    public static CommentForm empty(Slug article) {
        return new CommentForm(article, Draft.EMPTY, List.of(), Optional.empty(), false);
    }

    /// Where it is sent.
    public String action() {
        return "/articles/" + article.value() + "/comments";
    }

    /// The address of the challenge's picture.
    public String picture() {
        return "/articles/" + article.value() + "/captcha.png"
                + token.map(t -> "?token=" + t).orElse("");
    }

    /// The address of the same challenge's sound.
    public String sound() {
        return "/articles/" + article.value() + "/captcha.wav"
                + token.map(t -> "?token=" + t).orElse("");
    }

    /// Where its script asks what work there is for the same challenge.
    public String work() {
        return "/articles/" + article.value() + "/captcha/work"
                + token.map(t -> "?token=" + t).orElse("");
    }

    /// The script's path. Without it the form does all that it has to.
    public String script() {
        return Asset.FORM_SCRIPT.path();
    }

    /// Whether something is wrong with this field.
    public boolean hasFault(String field) {
        return faults.stream().anyMatch(f -> f.field().equals(field));
    }

    /// What is wrong with this field.
    public String fault(String field) {
        return String.join(
                " ",
                faults.stream()
                        .filter(f -> f.field().equals(field))
                        .map(Fault::text)
                        .toList());
    }

    /// The value of `aria-invalid`; null for none.
    public @Nullable String invalid(String field) {
        return hasFault(field) ? "true" : null;
    }

    /// The value of `aria-describedby`; null for none.
    ///
    /// @param hint the id of the field's hint; null where it has none
    public @Nullable String described(String field, @Nullable String hint) {
        if (!hasFault(field)) {
            return hint;
        }
        return hint == null ? field + "-fault" : field + "-fault " + hint;
    }
}
