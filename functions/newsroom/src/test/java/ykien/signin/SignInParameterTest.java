package ykien.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import ykien.aws.PreparedService;

/// The parameter as Systems Manager hands it out, over HTTP.
class SignInParameterTest {
    @AutoClose
    private final PreparedService systemsManager = new PreparedService("Ssm");

    SignInParameterTest() throws IOException {}

    @Test
    void It_is_asked_for_by_its_name() {
        systemsManager.answer(200, """
                {"Parameter":{"Name":"/ykien/bao/sign-in","Type":"String","Version":1,"Value":
                "{\\"issuer\\":\\"https://login.bao.example\\",\\"clientId\\":\\"toa-soan\\",\\"rolesClaim\\":\\"groups\\"}"}}
                """);

        assertThat(new SignInParameter("/ykien/bao/sign-in").get())
                .isEqualTo(new OidcSettings(URI.create("https://login.bao.example"), "toa-soan", "groups"));
        assertThat(systemsManager.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("AmazonSSM.GetParameter");
            assertThat(asked.members()).isEqualTo("{\"Name\":\"/ykien/bao/sign-in\"}");
        });
    }

    @Test
    void Where_it_is_not_there_the_name_says_which() {
        systemsManager.answer(400, "{\"__type\":\"ParameterNotFound\"}");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new SignInParameter("/ykien/bao/sign-in").get())
                .withMessageContaining("/ykien/bao/sign-in");
    }
}
