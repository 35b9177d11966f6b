package ykien.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whom the identity provider vouches for.
///
/// @param groups all that it says the person is in, whether the newsroom knows them or not
record Identity(String subject, String name, List<String> groups) {
    /// In characters: longer names are cut.
    private static final int LONGEST_NAME = 80;

    /// Where a name may stand, the best first: an ID token has one of the first two, Cognito's tokens the others too.
    private static final List<String> NAMES = List.of("name", "preferred_username", "cognito:username", "username");

    Identity {
        groups = List.copyOf(groups);
    }

    /// Out of the claims of a token that has been verified.
    ///
    /// @param rolesClaim the claim with the groups: a list of texts, or one text
    static Identity of(JWTClaimsSet claims, String rolesClaim) {
        var subject = claims.getSubject();
        var name = NAMES.stream()
                .flatMap(claim -> text(claims.getClaim(claim)).stream())
                .findFirst()
                .orElse(subject);
        return new Identity(subject, name, groups(claims.getClaim(rolesClaim)));
    }

    /// The person that this is to the newsroom; empty for somebody who has no role there.
    Optional<Person> person() {
        return Role.highest(groups).map(role -> new Person(subject, name, role));
    }

    @SuppressWarnings("NullAway") // a claim that is not there is null
    private static Optional<String> text(Object claim) {
        return Optional.ofNullable(claim)
                .map(value -> value.toString().replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(
                        0, text.offsetByCodePoints(0, Math.min(LONGEST_NAME, text.codePointCount(0, text.length())))));
    }

    @SuppressWarnings("NullAway") // a claim that is not there is null
    private static List<String> groups(Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : Stream.ofNullable(claim).map(String::valueOf).toList();
    }
}
