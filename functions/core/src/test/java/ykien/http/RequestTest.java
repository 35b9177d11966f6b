package ykien.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | application/json | ''",
                "APPLICATION/JSON;Charset=UTF-8    | application/json | utf-8",
                "text/plain ; charset=\"utf-8\" ;x | text/plain       | utf-8",
                "''                                | ''               | ''",
                ";charset=latin1                   | ''               | latin1"
            })
    void its_content_type_is_a_media_type_and_a_charset(String header, String type, String charset) {
        assertThat(Requests.get("content-type", header).contentType()).isEqualTo(type);
        assertThat(Requests.get("content-type", header).charset()).isEqualTo(charset);
    }

    @Test
    void its_cookies_are_found_by_their_whole_name() {
        var request = Requests.withCookies("xcaptcha=1", "captchax=2", "captcha", "=3", " captcha = 4=5 ", "captcha=6");

        assertThat(request.cookie("captcha")).contains("4=5");
        assertThat(request.cookie("other")).isEmpty();
    }

    @Test
    void its_body_prints_its_size_alone() {
        assertThat(Body.of("Nguyễn Thị Hoa")).hasToString("Body[18 bytes]");
    }
}
