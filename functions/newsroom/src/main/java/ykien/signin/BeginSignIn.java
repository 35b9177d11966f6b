package ykien.signin;

import java.net.URI;
import java.time.InstantSource;
import ykien.http.Action;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Sends somebody to the identity provider. Where they wanted to go, and what the answer has to show, they carry along,
/// sealed.
public final class BeginSignIn implements Action {
    private final Site site;
    private final IdentityProvider provider;
    private final Cookies cookies;
    private final InstantSource clock;

    /// The beginning of each sign-in on this site.
    public BeginSignIn(Site site, IdentityProvider provider, Cookies cookies, InstantSource clock) {
        this.site = site;
        this.provider = provider;
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        var to = request.queryParameters().one("to").map(Destination::of).orElse(Destination.NEWSROOM);
        var attempt = Attempt.of(to, clock.instant());
        var address = provider.ask(issuer -> issuer.signIn(attempt, callback(site, request)));
        return cookies.with(Response.seeOther(address.toString()), attempt);
    }

    /// Where the provider sends people back to: it has to know this very address.
    static URI callback(Site site, Request request) {
        return URI.create(site.origin(request) + "/newsroom/signed-in");
    }
}
