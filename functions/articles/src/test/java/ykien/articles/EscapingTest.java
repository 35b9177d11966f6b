package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever somebody writes into a name, a title, a text or an article's field is text, and no part of the page.
class EscapingTest {
    private final Newspaper paper = new Newspaper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "'><img src=x onerror=alert(1)>",
                "\" onload=\"alert(1)",
                "' autofocus onfocus='alert(1)",
                "</p></li></ol></section></main><form action=//evil.example>",
                "</title><script>alert(1)</script>",
                "</textarea><script>alert(1)</script>",
                "--><script>alert(1)</script><!--",
                "<!--",
                "]]><svg onload=alert(1)>",
                "&lt;b&gt; &amp;amp; &#60;script&#62;",
                "javascript:alert(1)",
                "https://evil.example/ <a href=https://evil.example/>x</a>",
                "${7*7} #{7*7} {{7*7}} $unsafe{x} @if(true)",
                "`);alert(1);(`",
                "\u202E<b>\u202C \u2028 \u2029 x",
            })
    void Text_stays_text(String text) {
        paper.publish(SampleArticle.of("mua-he")
                .title("T " + text)
                .dek("D " + text)
                .category("doi-song", "K " + text)
                .photo(900, 600, "A " + text, "C " + text)
                .byline("B " + text)
                .source("S " + text));
        var comment = paper.comment("mua-he", Newspaper.NOW, "N" + name(text), "T" + line(text), "X\n" + text + "\nY");
        paper.replyAndPick(comment, "R\n" + text + "\nS");

        var article = paper.page("/articles/mua-he");
        assertHarmless(article);
        assertThat(shown(article, "main h1")).isEqualTo("T " + text);
        assertThat(shown(article, "main > article .dek")).isEqualTo("D " + text);
        assertThat(shown(article, "main > article .kicker a")).isEqualTo("K " + text);
        assertThat(shown(article, "figcaption")).isEqualTo("C " + text);
        assertThat(shown(article, ".source")).isEqualTo("Nguồn: S " + text);
        assertThat(article.select("main > article .byline").text()).contains("B ");
        assertThat(article.select("figure img").attr("alt")).isEqualTo("A " + text);
        assertThat(article.select("meta[property=og:title]").attr("content")).isEqualTo("T " + text);
        assertThat(article.select("meta[name=description]").attr("content")).isEqualTo("D " + text);

        var list = paper.page("/articles/mua-he/comments");
        assertHarmless(list);
        for (var page : List.of(article, list)) {
            assertThat(shown(page, ".comments li b")).isEqualTo("N" + name(text));
            assertThat(shown(page, ".comments li h3, .comments li h2")).isEqualTo("T" + line(text));
            assertThat(shown(page, ".comments .text")).isEqualTo("X\n" + text + "\nY");
            assertThat(shown(page, ".reply .text")).isEqualTo("R\n" + text + "\nS");
            assertThat(page.select(".act a").attr("aria-label")).isEqualTo("Báo vi phạm: ý kiến của N" + name(text));
        }
        var report = paper.page(list.select(".act a").attr("href"));
        assertHarmless(report);
        assertThat(shown(report, "blockquote b")).isEqualTo("N" + name(text));
        assertThat(shown(report, "blockquote .title")).isEqualTo("T" + line(text));
        assertThat(shown(report, "blockquote .text")).isEqualTo("X\n" + text + "\nY");
        assertThat(shown(report, ".about a")).isEqualTo("T " + text);

        var front = paper.page("/");
        assertHarmless(front);
        assertThat(shown(front, "main h2 a")).isEqualTo("T " + text);
        assertThat(front.select("main img").attr("alt")).isEqualTo("A " + text);
        var category = paper.page("/categories/doi-song");
        assertHarmless(category);
        assertThat(shown(category, "main h1")).isEqualTo("K " + text);

        assertThat(paper.json("/articles/mua-he").get("title")).isEqualTo("T " + text);
        assertThat(Newspaper.members(paper.json("/articles/mua-he/comments"), "comments", "content"))
                .isEqualTo(List.of("X\n" + text + "\nY"));
    }

    /// A path comes back on no page, not even on the one that says that it is unknown.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%3Cscript%3Ealert(1)%3C/script%3E",
                "/articles/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/categories/%3Csvg%20onload=alert(1)%3E",
                "/?after=%3Cscript%3Ealert(1)%3C/script%3E",
                "/articles/mua-he?sent=%3Cscript%3Ealert(1)%3C/script%3E",
                "/articles/mua-he/comments/%3Cscript%3Ealert(1)%3C%2Fscript%3E/report",
                "/articles/mua-he/comments/0123456789abcdef0123456789abcdef/report?at=%3Cscript%3Ealert(1)%3C/script%3E",
            })
    void An_address_is_no_part_of_a_page(String target) {
        paper.publish(SampleArticle.of("mua-he"));

        var response = paper.get(target);
        assertHarmless(Newspaper.page(response, response.status()));
        assertThat(response.text()).doesNotContain("alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "' onload='alert(1)", "</title><script>"})
    void The_newspapers_name_is_text_too(String name) {
        var named = new Newspaper(Map.of(), Map.of("SITE_NAME", name));

        assertHarmless(named.page("/"));
        assertThat(shown(named.page("/"), ".masthead .name")).isEqualTo(name);
        assertThat(named.page("/").title()).isEqualTo(name);
    }

    private static String name(String text) {
        return line(text.substring(0, Math.min(79, text.length())));
    }

    /// What may stand in a field of one line.
    private static String line(String text) {
        return text.replaceAll("[\u2028\u2029]", "").strip();
    }

    private static String shown(Document page, String selector) {
        return page.expectFirst(selector).wholeText();
    }

    /// Only what our templates have: no script, no handler, no address of elsewhere, one form at most.
    private static void assertHarmless(Document page) {
        assertThat(page.select("script:not([src^=/assets/form.]), svg, iframe, object, base, style, b b, main a a"))
                .isEmpty();
        assertThat(page.select("form")).hasSizeLessThan(2);
        assertThat(page.select("form:not([action^=/articles/])")).isEmpty();
        assertThat(page.select("body [href]").eachAttr("href")).allMatch(link -> link.matches("[/#].*"));
        assertThat(page.select("[src]").eachAttr("src")).allMatch(link -> link.startsWith("/"));
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(a -> a.getKey().startsWith("on") || a.getKey().equals("style"));
        }
    }
}
