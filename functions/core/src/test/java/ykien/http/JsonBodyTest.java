package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {
    @Test
    void has_the_members_of_the_names_that_are_asked_for() {
        assertThat(texts("{\"a\":\"1\",\"b\":\"\\u0111\\n\",\"c\":{\"a\":\"2\"},\"d\":[{}],\"e\":null}"))
                .isEqualTo(Map.of("a", "1", "b", "đ\n"));
    }

    @Test
    void passes_over_what_is_null() {
        assertThat(texts("{\"a\":null}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | không phải là một đối tượng JSON",
                "[]                    | không phải là một đối tượng JSON",
                "'\"a\"'               | không phải là một đối tượng JSON",
                "{                     | dòng 1",
                "'{\"a\":}'            | dòng 1",
                "'{\"a\":\"1\",}'      | dòng 1",
                "'{\"a\":\"1\"}}'      | dòng 1",
                "'{\"a\":\"1\"}{}'     | còn dữ liệu thừa",
                "'{\"a\":1}'           | Giá trị của “a” không phải là chuỗi",
                "'{\"a\":{}}'          | Giá trị của “a” không phải là chuỗi",
                "'{\"a\":\"1\",\"a\":\"1\"}' | dòng 1",
                "'{\"c\":{\"x\":1,\"x\":1}}' | dòng 1",
                "'{\"a\":\"\u0007\"}'  | dòng 1"
            })
    void is_refused_where_it_is_no_object_of_texts_and_told_why(String json, String why) {
        assertThatThrownBy(() -> texts(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().detail()).contains(why, "/openapi.json");
        });
    }

    @Test
    void is_refused_where_it_is_not_utf_8() {
        var latin1 = Body.of("{\"a\":\"ê\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> JsonBody.texts(latin1, Set.of("a")))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.problem().detail()).contains("UTF-8"));
    }

    private static Map<String, String> texts(String json) {
        return JsonBody.texts(Body.of(json), Set.of("a", "b"));
    }
}
