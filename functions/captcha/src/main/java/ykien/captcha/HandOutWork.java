package ykien.captcha;

import java.time.InstantSource;
import ykien.article.Slug;
import ykien.challenge.Challenge;
import ykien.challenge.Seals;
import ykien.challenge.Work;
import ykien.http.Action;
import ykien.http.Json;
import ykien.http.Request;
import ykien.http.Response;
import ykien.limit.Source;
import ykien.limit.Watch;

/// The work that a comment form's script does under attack, for the challenge whose picture the form shows: that of
/// `?token=`, else the cookie's. In quiet times there is nothing to do, and so it is where no challenge came along that
/// could still be answered: a browser that keeps no cookies gets a token with its second try.
///
/// A challenge that was issued under attack asks for work itself; of an older one the watch says whether it is asked
/// for by now. So this reads a copy at most ten seconds old, or nothing, and writes nothing. Nothing is given away: who
/// has a seal may know its work, and the work alone lets nothing in.
final class HandOutWork implements Action {
    private final AskedChallenge asked;
    private final Seals seals;
    private final Watch watch;
    private final InstantSource clock;

    HandOutWork(AskedChallenge asked, Seals seals, Watch watch, InstantSource clock) {
        this.asked = asked;
        this.seals = seals;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        return asked.carried(request)
                .filter(it -> !it.challenge().isExpired(clock.instant()))
                .filter(it -> isAskedFor(it.challenge(), request))
                .map(it -> told(seals.work(it.seal())))
                .orElse(Response.noContent())
                .withHeader("cache-control", "no-store");
    }

    private boolean isAskedFor(Challenge challenge, Request request) {
        return challenge.asksForWork()
                || watch.demand(new Slug(request.pathParameter("slug")), Source.of(request.address()))
                        .work();
    }

    /// By the names that ALTCHA has for the same.
    private static Response told(Work work) {
        return Json.response(to -> {
            to.writeStartObject();
            to.writeStringField("algorithm", "PBKDF2/SHA-256");
            to.writeNumberField("cost", Work.COST);
            to.writeNumberField("keyLength", Work.KEY_LENGTH);
            to.writeStringField("keyPrefix", work.prefix());
            to.writeNumberField("mostTries", Work.MOST_TRIES);
            to.writeStringField("nonce", work.nonce());
            to.writeStringField("salt", work.salt());
            to.writeEndObject();
        });
    }
}
