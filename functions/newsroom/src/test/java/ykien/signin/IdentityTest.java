package ykien.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a token's claims say of a person.
class IdentityTest {
    @Test
    void The_name_is_the_best_that_there_is() {
        var claims = new JWTClaimsSet.Builder().subject("sub");
        assertThat(name(claims)).isEqualTo("sub");
        assertThat(name(claims.claim("username", "u"))).isEqualTo("u");
        assertThat(name(claims.claim("cognito:username", "c"))).isEqualTo("c");
        assertThat(name(claims.claim("preferred_username", "p"))).isEqualTo("p");
        assertThat(name(claims.claim("name", "Lan"))).isEqualTo("Lan");
    }

    @Test
    void A_name_is_one_line_of_80_characters_at_most() {
        var claims = new JWTClaimsSet.Builder().subject("sub");

        assertThat(name(claims.claim("name", " Lan\r\nNguyễn\u0000 "))).isEqualTo("Lan Nguyễn");
        assertThat(name(claims.claim("name", "𝕏".repeat(100)))).isEqualTo("𝕏".repeat(80));
        assertThat(name(claims.claim("name", "  "))).isEqualTo("sub");
    }

    @Test
    void Groups_are_a_list_or_one_text_or_none() {
        assertThat(role(List.of("readers", "editor"))).hasToString("Optional[EDITOR]");
        assertThat(role("chief")).hasToString("Optional[CHIEF]");
        assertThat(role(Map.of("chief", true))).isEmpty();
        assertThat(Identity.of(new JWTClaimsSet.Builder().subject("s").build(), "groups")
                        .person())
                .isEmpty();
    }

    @Test
    void Groups_come_from_the_claim_that_the_settings_name_alone() {
        var claims = new JWTClaimsSet.Builder()
                .subject("s")
                .claim("groups", List.of("chief"))
                .build();

        assertThat(Identity.of(claims, "cognito:groups").person()).isEmpty();
    }

    private static String name(JWTClaimsSet.Builder claims) {
        return Identity.of(claims.build(), "groups").name();
    }

    private static Optional<Role> role(Object groups) {
        var claims =
                new JWTClaimsSet.Builder().subject("s").claim("groups", groups).build();
        return Identity.of(claims, "groups").person().map(Person::role);
    }
}
