package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowAssetTest {
    private final Newspaper paper = new Newspaper();

    @Test
    void What_a_page_names_is_there_and_can_be_kept_for_ever() {
        var head = paper.page("/").head();
        var styleSheet = paper.get(head.select("link[rel=stylesheet]").attr("href"));
        var icon = paper.get(head.select("link[rel=icon]").attr("href"));
        paper.publish(SampleArticle.of("mua-he"));
        var script = paper.get(
                paper.page("/articles/mua-he").select("script[type=module]").attr("src"));

        assertThat(styleSheet.header("content-type")).hasValue("text/css; charset=utf-8");
        assertThat(styleSheet.text()).contains("@media");
        assertThat(icon.header("content-type")).hasValue("image/svg+xml");
        assertThat(icon.text()).startsWith("<svg");
        assertThat(script.header("content-type")).hasValue("text/javascript; charset=utf-8");
        assertThat(script.text()).contains("crypto.subtle");
        for (var asset : List.of(styleSheet, icon, script)) {
            assertThat(asset.status()).isEqualTo(200);
            assertThat(asset.header("cache-control")).hasValue("public, max-age=31536000, immutable");
        }
    }

    /// While a deployment is under way, pages of both versions are about.
    @ParameterizedTest
    @ValueSource(strings = {"site.0123456789ab.css", "icon.ffffffffffff.svg", "form.0123456789ab.js"})
    void A_hash_of_another_version_finds_the_current_file_but_is_not_kept(String name) {
        var asset = paper.get("/assets/" + name);

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("cache-control")).hasValue("no-cache");
        assertThat(asset.header("etag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.0123456789ab.css",
                "site.css",
                "site..css",
                "site.0123456789a.css",
                "site.0123456789abc.css",
                "site.0123456789ag.css",
                "site.0123456789AB.svg",
                "site.%D9%A0%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6%D9%A7%D9%A8%D9%A9%D9%A0%D9%A1.css",
                "site.0123456789ab.css.map",
                "..%2Fsite.0123456789ab.css",
            })
    void Anything_else_is_unknown(String name) {
        assertThat(paper.get("/assets/" + name).status()).isEqualTo(404);
    }
}
