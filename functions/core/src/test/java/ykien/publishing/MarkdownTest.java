package ykien.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Html;

class MarkdownTest {
    private static String html(String markdown) {
        return Markdown.toHtml(markdown).value().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chào **bạn** *đọc* | <p>Chào <strong>bạn</strong> <em>đọc</em></p>",
                "## Bắt đầu | <h2>Bắt đầu</h2>",
                "# Quá to | <h2>Quá to</h2>",
                "#### Nhỏ | <h4>Nhỏ</h4>",
                "###### Nhỏ nhất | <h4>Nhỏ nhất</h4>",
                "a <b>b</b> <i>c</i> | <p>a <strong>b</strong> <em>c</em></p>",
                "`x < 1` | <p><code>x &lt; 1</code></p>",
                "*** | <hr />",
                "[nhà](https://example.com/a?b=1) | <p><a href=\"https://example.com/a?b&#61;1\">nhà</a></p>",
                "[thư](mailto:ban@example.com) | <p><a href=\"mailto:ban&#64;example.com\">thư</a></p>",
                "[bài](/articles/mua-he) | <p><a href=\"/articles/mua-he\">bài</a></p>",
            })
    void what_an_article_needs_comes_through(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(html);
    }

    @Test
    void lists_and_quotations_come_through() {
        var body = Jsoup.parse(html("- một\n- hai\n\n3. ba\n4. bốn\n\n> lời\n> người\n\n```js\nvar a;\n```\n"));

        assertThat(body.select("ul > li").eachText()).containsExactly("một", "hai");
        assertThat(body.select("ol[start=3] > li").eachText()).containsExactly("ba", "bốn");
        assertThat(body.select("blockquote > p").text()).isEqualTo("lời người");
        assertThat(body.select("pre > code").text()).isEqualTo("var a;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>chữ",
                "<ScRiPt src=//x.example></sCrIpT>chữ",
                "<scr<script>ipt>alert(1)</scr</script>ipt>chữ",
                "<img src=x onerror=alert(1)>chữ",
                "![](https://x.example/theo-doi.gif) chữ",
                "<svg/onload=alert(1)>chữ</svg>",
                "<svg><script>alert(1)</script></svg>chữ",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>chữ",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">chữ</noscript>",
                "<iframe src=\"javascript:alert(1)\"></iframe>chữ",
                "<object data=x></object><embed src=x>chữ",
                "<style>body{display:none}</style>chữ",
                "<link rel=stylesheet href=//x.example>chữ",
                "<meta http-equiv=refresh content=\"0;url=//x.example\">chữ",
                "<base href=//x.example/>chữ",
                "<form action=//x.example><input name=email><button>chữ</button></form>",
                "<p style=\"position:fixed\" onclick=alert(1) class=x id=gui-y-kien>chữ</p>",
                "<a href=\"javascript:alert(1)\">chữ</a>",
                "<a href=\" &#106;ava&#x09;script:alert(1)\">chữ</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">chữ</a>",
                "<a href=\"vbscript:x\" target=_blank onmouseover=alert(1)>chữ</a>",
                "[chữ](javascript:alert(1))",
                "[chữ](JaVaScRiPt&colon;alert(1))",
                "[chữ](data:text/html,x)",
                "<javascript:alert(1)> chữ",
                "[chữ]: javascript:alert(1)\n\n[chữ]",
                "<template><script>alert(1)</script></template>chữ",
                "<!--><script>alert(1)</script-->chữ",
                "<![CDATA[<script>alert(1)</script>]]>chữ",
                "</article></main><h1>chữ</h1>",
                "<details open ontoggle=alert(1)>chữ</details>",
                "<video><source onerror=alert(1)></video>chữ",
                "<p>chữ <b><a href=https://example.com/>không đóng",
            })
    void what_could_act_on_a_reader_is_taken_out(String markdown) {
        var html = html(markdown);
        var body = Jsoup.parseBodyFragment(html).body();

        assertThat(body.text()).contains("chữ");
        assertThat(body.select("*"))
                .extracting(element -> element.tagName())
                .isSubsetOf("body", "p", "h2", "h3", "h4", "strong", "em", "a", "code");
        assertThat(body.select("*"))
                .flatExtracting(element -> element.attributes().asList())
                .allSatisfy(attribute -> {
                    assertThat(attribute.getKey()).isEqualTo("href");
                    assertThat(attribute.getValue()).startsWith("https://");
                });
        // Balanced: what follows on the page is not drawn in.
        assertThat(Jsoup.parseBodyFragment(html + "<u>sau</u>")
                        .body()
                        .children()
                        .last())
                .hasToString("<u>sau</u>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "<script>alert(1)</script>", "![](a.jpg)", "&nbsp;\n", "***"})
    void nothing_to_read_is_no_text(String markdown) {
        assertThat(Markdown.hasText(Markdown.toHtml(markdown))).isFalse();
    }

    @Test
    void one_letter_is_text() {
        assertThat(Markdown.hasText(new Html("<p>Ừ</p>"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "[", "*a_ ", "<b>", "![](", "<!--", "`"})
    @Timeout(20)
    void a_text_that_nests_without_end_ends(String piece) {
        assertThat(html(piece.repeat(20_000) + "chữ")).isNotNull();
    }
}
