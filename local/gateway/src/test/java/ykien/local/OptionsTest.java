package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void Nothing_has_to_be_chosen() throws StartFailure {
        var nothing = new Options(8080, OptionalInt.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(options(Map.of())).isEqualTo(nothing);
        assertThat(options(Map.of(
                        "ykien.port", "",
                        "ykien.dynamodb.port", "",
                        "ykien.data", " ",
                        "ykien.articles", "",
                        "ykien.captcha", "")))
                .isEqualTo(nothing);
    }

    @Test
    void Everything_can_be_chosen(@TempDir Path folder) throws StartFailure {
        assertThat(options(Map.of(
                        "ykien.port", "0",
                        "ykien.dynamodb.port", "8001",
                        "ykien.data", "data",
                        "ykien.articles", folder.toString(),
                        "ykien.captcha", "open")))
                .isEqualTo(
                        new Options(0, OptionalInt.of(8001), Optional.of(Path.of("data")), Optional.of(folder), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ykien.port          | http     | a port is a number from 0 to 65535
            ykien.port          | -1       | a port is a number from 0 to 65535
            ykien.port          | 65536    | a port is a number from 0 to 65535
            ykien.dynamodb.port | 8001x    | a port is a number from 0 to 65535
            ykien.articles      | /no/such | there is no such folder
            ykien.captcha       | Open     | the only value is open; without it the captcha is closed
            """)
    void What_cannot_be_meant_is_refused(String name, String value, String why) {
        assertThatThrownBy(() -> options(Map.of(name, value)))
                .isInstanceOf(StartFailure.class)
                .hasMessage("-D" + name + "=" + value + ": " + why);
    }

    private static Options options(Map<String, String> given) throws StartFailure {
        var properties = new Properties();
        properties.putAll(given);
        return Options.from(properties);
    }
}
