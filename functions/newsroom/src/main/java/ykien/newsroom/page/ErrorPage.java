package ykien.newsroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ykien.http.Parameters;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;

/// Why a request was refused, and how to go on.
///
/// @param signIn where to sign in, if that is what helps
/// @param typed what somebody wrote into the form that was refused
public record ErrorPage(Frame frame, Problem problem, Optional<String> signIn, List<String> typed) {
    private static final String SIGN_IN = "/newsroom/sign-in";
    private static final String NO_ROLE = "no-role";

    /// The pages on the way in: whatever is wrong there, another try begins at the first of them.
    private static final Set<String> WAY_IN = Set.of(SIGN_IN, "/newsroom/signed-in");

    /// Problems of whoever sent a form of ours. Of any other one nothing is repeated: it may be another site's.
    private static final Set<String> OF_OUR_FORMS = Set.of("signed-out", "stale-form", "forbidden");

    private static final List<String> TEXTS = List.of(ReplyForm.FIELD, RefusalForm.NOTE_FIELD, PhrasesPage.FIELD);

    public ErrorPage {
        typed = List.copyOf(typed);
    }

    /// The page of this problem.
    static ErrorPage of(Frame frame, Request request, Problem problem) {
        var form = OF_OUR_FORMS.contains(problem.type()) ? form(request) : Parameters.decode("");
        return new ErrorPage(frame, problem, signIn(request, problem, form), typed(form));
    }

    /// What can't be read has nothing to repeat.
    private static Parameters form(Request request) {
        try {
            return Parameters.decode(request.body().utf8());
        } catch (Refusal _) {
            return Parameters.decode("");
        }
    }

    private static Optional<String> signIn(Request request, Problem problem, Parameters form) {
        if (problem.type().equals("signed-out")) {
            var back = form.all(Back.FIELD).size() == 1 ? Back.in(form).path() : ListQuery.QUEUE.path();
            return Optional.of(SIGN_IN + "?to=" + URLEncoder.encode(back, UTF_8));
        }
        return WAY_IN.contains(request.path()) ? Optional.of(SIGN_IN) : Optional.empty();
    }

    private static List<String> typed(Parameters form) {
        return TEXTS.stream()
                .flatMap(field -> form.all(field).stream())
                .flatMap(text -> text.isBlank() ? Stream.empty() : Stream.of(text))
                .toList();
    }

    /// Whether the account itself is what is wrong: signing in again would only bring it back.
    public boolean isOfAccount() {
        return problem.type().equals(NO_ROLE);
    }

    @Override
    public String toString() {
        return "ErrorPage[hidden]";
    }
}
