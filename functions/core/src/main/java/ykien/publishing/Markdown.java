package ykien.publishing;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import ykien.article.Html;

/// An article's text, from Markdown (CommonMark) to HTML that may stand on a page. HTML inside the Markdown is
/// taken too; what is not on the list below is taken out, whoever wrote it.
final class Markdown {
    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(50).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "strong",
                    "em",
                    "a",
                    "code",
                    "pre",
                    "hr",
                    "br")
            .allowElements((_, _) -> "h2", "h1") // the page has a heading of level 1: the title
            .allowElements((_, _) -> "h4", "h5", "h6")
            .allowElements((_, _) -> "strong", "b")
            .allowElements((_, _) -> "em", "i")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .matching(Markdown::isNumber)
            .onElements("ol")
            .toFactory();

    private static final PolicyFactory TEXT_ALONE = new HtmlPolicyBuilder().toFactory();

    private Markdown() {}

    /// The text as HTML.
    static Html toHtml(String markdown) {
        return new Html(ALLOWED.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }

    /// Whether there is anything to read in it.
    static boolean hasText(Html html) {
        return TEXT_ALONE
                .sanitize(html.value())
                .codePoints()
                .anyMatch(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c));
    }

    private static boolean isNumber(String start) {
        return start.length() <= 9 && start.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
