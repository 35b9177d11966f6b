package ykien.comments;

import java.util.Optional;
import ykien.article.Slug;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.http.Request;

/// What a request carries along of a challenge.
///
/// @param seal in the form or the cookie
/// @param challenge that it holds; empty where none came along or it does not open
record Carried(Optional<String> seal, Optional<Challenge> challenge) {
    /// Looks for it. The form's own token wins over the cookie: it belongs to the picture that the reader sees.
    ///
    /// @param token the form's own; empty text for none
    static Carried in(Request request, String token, Slug article, Seals seals) {
        var seal = token.isEmpty() ? CaptchaCookie.in(request) : Optional.of(token);
        var form = FormId.under(article);
        return new Carried(seal, seal.flatMap(s -> seals.open(s, form).or(() -> seals.open(s, form.withWork()))));
    }
}
