package ykien.captcha;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import ykien.article.Slug;
import ykien.article.UnknownArticle;
import ykien.challenge.CaptchaCookie;
import ykien.challenge.Challenge;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.Seals;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.limit.Source;
import ykien.limit.Watch;

/// Which challenge a reader asks to see or hear: a page's picture and sound are of one.
///
/// With `?token=` it is that token's, which a form carries along. Else it is the cookie's, as long as there is time
/// enough left to type it: a second tab, a reload or Back then never makes a shown picture wrong. Else a new one,
/// and the cookie with it.
final class AskedChallenge {
    private final Seals seals;
    private final Challenges challenges;
    private final CaptchaCookie cookie;
    private final Watch watch;
    private final InstantSource clock;

    AskedChallenge(Seals seals, Challenges challenges, CaptchaCookie cookie, Watch watch, InstantSource clock) {
        this.seals = seals;
        this.challenges = challenges;
        this.cookie = cookie;
        this.watch = watch;
        this.clock = clock;
    }

    /// Shows the challenge that the request asks for; nobody stores the answer.
    ///
    /// @throws Refusal if there is no such article, or the token is none of ours
    Response answer(Request request, Function<Challenge, Response> shown) {
        var article = article(request);
        var form = FormId.under(article);
        var token = request.queryParameters().one("token");
        var response = token.isPresent()
                ? shown.apply(ofToken(token.get(), form))
                : kept(request, form).map(shown).orElseGet(() -> fresh(request, article, shown));
        return response.withHeader("cache-control", "no-store");
    }

    /// The same for any other form of the site, which the query names, `?form=NAME&token=`: it keeps no cookie.
    ///
    /// @throws Refusal if there can be no such form, or the token is none of ours
    Response answerOther(Request request, Function<Challenge, Response> shown) {
        var query = request.queryParameters();
        var form = query.one("form").flatMap(FormId::named).orElseThrow(AskedChallenge::unknownToken);
        return shown.apply(ofToken(query.one("token").orElse(""), form)).withHeader("cache-control", "no-store");
    }

    /// The token's challenge, or the cookie's, whatever time it has left; empty where neither came along, or the cookie
    /// is none of ours. Nothing is issued.
    ///
    /// @throws Refusal if there is no such article, or the token is none of ours
    Optional<Challenges.Issued> carried(Request request) {
        var form = FormId.under(article(request));
        var token = request.queryParameters().one("token");
        return token.isPresent()
                ? Optional.of(new Challenges.Issued(ofToken(token.get(), form), token.get()))
                : ofCookie(request, form);
    }

    private static Slug article(Request request) {
        return Slug.parse(request.pathParameter("slug")).orElseThrow(() -> new Refusal(UnknownArticle.PROBLEM));
    }

    private Challenge ofToken(String token, FormId form) {
        return seals.open(token, form).orElseThrow(AskedChallenge::unknownToken);
    }

    private Optional<Challenges.Issued> ofCookie(Request request, FormId form) {
        return CaptchaCookie.in(request)
                .flatMap(seal -> seals.open(seal, form).map(challenge -> new Challenges.Issued(challenge, seal)));
    }

    private Optional<Challenge> kept(Request request, FormId form) {
        return ofCookie(request, form)
                .map(Challenges.Issued::challenge)
                .filter(challenge -> challenge.hasEnoughLeft(clock.instant()));
    }

    private Response fresh(Request request, Slug article, Function<Challenge, Response> shown) {
        var demand = watch.demand(article, Source.of(request.address()));
        var issued = challenges.issue(FormId.under(article), demand.strength(), demand.work());
        return shown.apply(issued.challenge()).withCookie(cookie.keep(issued.seal(), article));
    }

    private static Refusal unknownToken() {
        return new Refusal(Problem.of(
                404,
                "unknown-token",
                "Không có mã này",
                "Phần “token” trong địa chỉ không phải do trang này đưa ra. Hãy mở lại bài viết để có mã mới."));
    }
}
