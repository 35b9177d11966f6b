package ykien.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Environment ENVIRONMENT =
            new Environment(Map.of("SITE_NAME", "Báo Mẫu", "SITE_URL", "", "GARBLED", "B\uFFFD\uFFFDo"));

    @Test
    void gives_what_is_set() {
        assertThat(ENVIRONMENT.required("SITE_NAME")).isEqualTo("Báo Mẫu");
        assertThat(ENVIRONMENT.text("SITE_URL")).isEmpty();
    }

    @Test
    void says_what_is_missing_or_empty_and_where_to_set_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ENVIRONMENT.text("TIME_ZONE"))
                .withMessageContaining("TIME_ZONE is not set; set it in template.yaml");
        assertThatIllegalStateException()
                .isThrownBy(() -> ENVIRONMENT.required("SITE_URL"))
                .withMessageContaining("SITE_URL is empty; set it in template.yaml");
    }

    @Test
    void refuses_what_the_jvm_could_not_read() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ENVIRONMENT.required("GARBLED"))
                .withMessageContaining("GARBLED was not read as UTF-8");
    }
}
