package ykien.page;

import java.util.List;
import java.util.Optional;
import ykien.article.Slug;
import ykien.comment.Draft;
import ykien.http.Fault;

/// The form "Gửi ý kiến" with what was typed and what is wrong with it.
///
/// @param token the seal that the form carries along; empty: the cookie has it
/// @param renewed whether it comes back because another picture was asked for
public record CommentForm(Slug article, Draft draft, List<Fault> faults, Optional<String> token, boolean renewed)
        implements Form {
    /// The form as an article's page has it: the same for every reader.
    public static CommentForm empty(Slug article) {
        return new CommentForm(article, Draft.EMPTY, List.of(), Optional.empty(), false);
    }

    @Override
    public String heading() {
        return "Gửi ý kiến";
    }

    @Override
    public String anchor() {
        return "gui-y-kien";
    }

    @Override
    public String action() {
        return "/articles/" + article.value() + "/comments";
    }

    @Override
    public String answer() {
        return draft.answer();
    }

    @Override
    public String text() {
        return draft.content();
    }

    @Override
    public CommentForm withoutAnswer() {
        return new CommentForm(article, draft.withAnswer(""), faults, token, renewed);
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
}
