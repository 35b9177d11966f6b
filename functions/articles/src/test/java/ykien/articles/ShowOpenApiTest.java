package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowOpenApiTest {
    private final Newspaper paper = new Newspaper();

    /// What stands in it is held against template.yaml and real answers in local/gateway.
    @Test
    void The_description_is_JSON_for_whoever_asks() {
        var response = paper.get("/openapi.json");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("content-type")).hasValue("application/json");
        assertThat(response.header("cache-control")).hasValue("public, max-age=300");
        assertThat(((Map<?, ?>) response.json()).get("openapi")).isEqualTo("3.1.1");
    }
}
