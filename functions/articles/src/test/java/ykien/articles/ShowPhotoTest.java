package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;

class ShowPhotoTest {
    private final Newspaper paper = new Newspaper();

    @Test
    void A_photo_is_a_redirect_to_the_bucket_that_pages_may_load_images_from() {
        paper.publish(SampleArticle.of("mua-he").photo(900, 600, "Cánh đồng"));
        var page = paper.get("/articles/mua-he");
        var photo = paper.get(Newspaper.page(page, 200).select("figure img").attr("src"));

        assertThat(photo.status()).isEqualTo(302);
        assertThat(photo.header("location").orElseThrow())
                .startsWith("https://photos.s3.ap-southeast-1.amazonaws.com/mua-he.0123456789abcdef.jpg?X-Amz-");
        assertThat(photo.header("cache-control")).hasValue("public, max-age=300");
        assertThat(page.header("content-security-policy").orElseThrow())
                .contains("img-src 'self' https://photos.s3.ap-southeast-1.amazonaws.com;");
    }

    @Test
    void HEAD_is_answered_as_GET() {
        assertThat(paper.send(HttpRequest.head("/photos/mua-he.0123456789abcdef.jpg"))
                        .status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mua-he.jpg",
                "mua-he.0123456789abcde.jpg",
                "mua-he.0123456789ABCDEF.jpg",
                "mua-he.0123456789abcdef.svg",
                "mua-he.0123456789abcdef.jpg.exe",
                ".0123456789abcdef.jpg",
                "..%2Fmua-he.0123456789abcdef.jpg",
                "%3F",
                "m%C3%B9a.0123456789abcdef.jpg",
            })
    void A_name_that_no_photo_has_is_never_signed(String name) {
        var response = paper.get("/photos/" + name);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("location")).isEmpty();
    }
}
