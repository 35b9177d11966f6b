package ykien.comments;

import java.util.Optional;
import ykien.article.Article;
import ykien.challenge.Challenge;
import ykien.comment.Draft;
import ykien.http.Request;
import ykien.limit.Source;

/// One reader's attempt to send a comment under an article.
///
/// @param source where it comes from
/// @param seal that came along, in the form or the cookie
/// @param challenge that the seal held; empty where none came along or it does not open
record Attempt(
        Request request,
        Source source,
        Article article,
        Draft draft,
        Optional<String> seal,
        Optional<Challenge> challenge) {
    @Override
    public String toString() {
        return "Attempt[hidden]";
    }
}
