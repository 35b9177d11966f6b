package ykien.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRoutesTest {
    /// The routes and the choices of the documentation's own example, and some more.
    @ParameterizedTest
    @CsvSource({
        "GET,   /pets/dog/1,     GET /pets/dog/1",
        "GET,   /pets/dog/2,     GET /pets/dog/{id}",
        "GET,   /pets/cat/1,     GET /pets/{proxy+}",
        "POST,  /test/5,         ANY /{proxy+}",
        "POST,  /pets/dog/1,     ANY /{proxy+}",
        "GET,   /pets/,          ANY /{proxy+}",
        "GET,   /,               $default",
    })
    void The_route_that_fits_best_is_chosen(String method, String path, String routeKey) {
        var routes = new HttpRoutes(
                List.of("$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1"));
        assertThat(routes.match(method, path)).map(HttpRoutes.Match::routeKey).hasValue(routeKey);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /articles/x,             GET /articles/{slug}",
        "PUT,    /articles/x,             ANY /articles/{slug}",
        "HEAD,   /articles/x,             ANY /articles/{slug}",
        "GET,    /articles/captcha.png,   GET /articles/{slug}",
        "GET,    /articles/x/captcha.png, GET /articles/{slug}/captcha.png",
        "GET,    /,                       GET /",
        "GET,    /articles/,              $default",
        "GET,    /articles/x/,            $default",
        "GET,    /Articles/x,             $default",
        "get,    /articles/x,             ANY /articles/{slug}",
    })
    void The_method_itself_wins_over_any(String method, String path, String routeKey) {
        var routes = new HttpRoutes(List.of(
                "ANY /articles/{slug}",
                "GET /articles/{slug}",
                "GET /articles/{slug}/captcha.png",
                "GET /",
                "$default"));
        assertThat(routes.match(method, path)).map(HttpRoutes.Match::routeKey).hasValue(routeKey);
    }

    @Test
    void Variables_stand_for_what_is_in_the_path() {
        var routes = new HttpRoutes(List.of("GET /a/{one}/b/{rest+}"));
        assertThat(routes.match("GET", "/a/x y/b/c/d"))
                .hasValue(new HttpRoutes.Match("GET /a/{one}/b/{rest+}", Map.of("one", "x y", "rest", "c/d")));
    }

    @Test
    void Without_a_catch_all_there_may_be_no_route() {
        assertThat(new HttpRoutes(List.of("GET /a")).match("GET", "/b")).isEmpty();
    }
}
