package ykien.comments;

import java.util.List;
import java.util.Optional;
import ykien.article.Article;
import ykien.challenge.Challenge;
import ykien.http.Fault;
import ykien.http.Request;
import ykien.limit.Source;
import ykien.page.Form;

/// One reader's attempt to send something with the answer to a challenge.
sealed interface Answering permits Attempt, ReportAttempt {
    Request request();

    /// Where it comes from.
    Source source();

    /// Under which article.
    Article article();

    /// The seal that came along, in the form or the cookie.
    Optional<String> seal();

    /// The challenge that the seal held; empty where none came along or it does not open.
    Optional<Challenge> challenge();

    /// The form as it comes back, with all that was typed.
    ///
    /// @param token the seal that it carries along
    /// @param renewed whether another picture was asked for
    Form form(List<Fault> faults, Optional<String> token, boolean renewed);

    /// What there can be too much of, such as `ý kiến gửi từ mạng của bạn`.
    String muchOf();
}
