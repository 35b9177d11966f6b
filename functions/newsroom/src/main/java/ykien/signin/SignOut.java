package ykien.signin;

import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import ykien.http.Action;
import ykien.http.Parameters;
import ykien.http.Refusal;
import ykien.http.Request;
import ykien.http.Response;
import ykien.http.Site;

/// Ends the session here, so that no copy of its cookie is worth anything, and then the one at the identity provider,
/// so
/// that the next person at this screen is asked who they are.
public final class SignOut implements Action {
    private final Site site;
    private final Desk desk;
    private final Cookies cookies;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final BiFunction<Request, Optional<URI>, Response> page;

    /// The end of each session on this site.
    ///
    /// @param page what is shown, given where the session at the provider ends, if it has a place for that
    public SignOut(
            Site site,
            Desk desk,
            Cookies cookies,
            Sessions sessions,
            IdentityProvider provider,
            BiFunction<Request, Optional<URI>, Response> page) {
        this.site = site;
        this.desk = desk;
        this.cookies = cookies;
        this.sessions = sessions;
        this.provider = provider;
        this.page = page;
    }

    @Override
    public Response answer(Request request) {
        site.refuseCrossSite(request);
        desk.session(request).ifPresent(session -> {
            desk.refuseForeign(Parameters.decode(request.body().utf8()), session);
            sessions.close(session);
        });
        var next = atProvider(request);
        // Not 303: a browser follows no form to another site where the page says `form-action 'self'`, as ours do.
        var response = next.map(address -> page.apply(request, next).withHeader("refresh", "0;url=" + address))
                .orElseGet(() -> page.apply(request, next));
        return cookies.withoutSession(response);
    }

    /// A provider that does not answer keeps nobody signed in here.
    private Optional<URI> atProvider(Request request) {
        try {
            return provider.ask(issuer -> issuer.signOut(URI.create(site.origin(request) + "/newsroom")));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }
}
