package ykien.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/// Which OpenID Connect provider knows the newspaper's people.
///
/// @param issuer its address, as in its tokens: `https`, but on a developer's own machine
/// @param clientId what it calls the newsroom: a public client, with the authorisation code flow and PKCE
/// @param rolesClaim the claim of its tokens that holds a person's groups, such as `cognito:groups`
public record OidcSettings(URI issuer, String clientId, String rolesClaim) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public OidcSettings {
        var secure = "https".equals(issuer.getScheme())
                || ("http".equals(issuer.getScheme()) && THIS_MACHINE.contains(String.valueOf(issuer.getHost())));
        if (!secure || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "an issuer is an https address without query and fragment, not: " + issuer);
        }
        if (clientId.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException("the client id or the name of the claim with the groups is empty");
        }
    }

    /// Reads `{"issuer":"https://…","clientId":"…","rolesClaim":"…"}`, as template.yaml writes it.
    ///
    /// @throws IllegalStateException if it is anything else
    public static OidcSettings parse(String json) {
        try {
            var settings = JSONObjectUtils.parse(json);
            return new OidcSettings(
                    URI.create(text(settings, "issuer")), text(settings, "clientId"), text(settings, "rolesClaim"));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the settings of the sign-in are {\"issuer\":\"https://…\",\"clientId\":\"…\",\"rolesClaim\":\"…\"}: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String text(Map<String, Object> settings, String name) {
        return settings.get(name) instanceof String text ? text : "";
    }
}
