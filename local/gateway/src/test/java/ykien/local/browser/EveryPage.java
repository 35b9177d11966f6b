package ykien.local.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import ykien.article.Article;
import ykien.article.Card;
import ykien.article.Html;
import ykien.article.Slug;

/// Every kind of page that a reader can meet, each asked for once.
final class EveryPage {
    /// One of them.
    ///
    /// @param kind what a failing test calls it
    record Shown(String kind, int status, Map<String, List<String>> headers, String url, String html) {
        Document document() {
            return Jsoup.parse(html, url);
        }

        /// The header's value; empty text where it is not there.
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    private static final String ARTICLE = "/articles/duong-hoa-xom-dinh";
    private static final String REPLY =
            "Cảm ơn bạn đã góp ý.\n\nBài sau sẽ có thêm ảnh; " + "mộttừrấtdàikhôngcódấucách".repeat(8);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningNewspaper newspaper;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SequencedMap<String, Shown> pages = new LinkedHashMap<>();

    private EveryPage(RunningNewspaper newspaper) {
        this.newspaper = newspaper;
    }

    /// Asks for all of them. The newspaper is of no more use afterwards: its articles are gone.
    static List<Shown> of(RunningNewspaper newspaper) throws IOException, InterruptedException {
        var every = new EveryPage(newspaper);
        try (every.client) {
            every.readersPages();
            every.refusals();
            every.errors();
        }
        return List.copyOf(every.pages.values());
    }

    private void readersPages() throws IOException, InterruptedException {
        fillTheFrontPage();
        get("front page", "/");
        get("front page 2", next("front page"));
        get("category", "/categories/doi-song");
        newspaper.replyAndPick(newspaper.newestComment(new Slug("duong-hoa-xom-dinh")), REPLY);
        get("article", ARTICLE);
        get("sent notice", ARTICLE + "?sent=pending");
        get("reported notice", ARTICLE + "?sent=report");
        get("article without comments", "/articles/bai-so-1");
        get("article without photo", "/articles/hom-thu-ban-doc");
        get("closed article", "/articles/phien-cho-cuoi-tuan");
        get("comment list", ARTICLE + "/comments");
        get("comment list 2", next("comment list"));
        get("comment list of none", "/articles/bai-so-1/comments");
        get("report form", report());
        get("report form alone", report().replaceFirst("[?].*", ""));
    }

    private void fillTheFrontPage() {
        for (var number = 1; number <= 10; number++) {
            newspaper.publish(new Article(
                    new Card(
                            new Slug("bai-so-" + number),
                            "Bài số " + number,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.parse("2020-01-01T00:00:00Z").plusSeconds(number),
                            0),
                    Optional.empty(),
                    new Html("<p>Một đoạn ngắn.</p>"),
                    Optional.empty(),
                    true));
        }
    }

    private void refusals() throws IOException, InterruptedException {
        post("refusal with every fault", Map.of("title", "T".repeat(121), "phone", "không có"));
        post("refusal with one fault", typed(Map.of("email", "lan.vidu.vn")));
        post("refusal without a challenge", typed(Map.of()));
        post("refusal of a wrong code", typed(Map.of("token", "x".repeat(74))));
        post("another picture", typed(Map.of("do", "renew")));
        var reports = report().replaceFirst("[?].*", "s");
        var nothingRight = Map.of("reason", "", "words", "Dài quá. ".repeat(200));
        send("refusal of a report with every fault", HttpRequest.newBuilder(), reports, nothingRight);
        var almostRight = Map.of("reason", "insult", "words", "\nHàng một </textarea>", "answer", "ABCDE");
        send("refusal of a report without a challenge", HttpRequest.newBuilder(), reports, almostRight);
    }

    private void errors() throws IOException, InterruptedException {
        get("bad cursor", "/?after=khong-phai");
        post("cross-site", HttpRequest.newBuilder().header("Sec-Fetch-Site", "cross-site"), ARTICLE, typed(Map.of()));
        get("unknown article", "/articles/khong-co");
        get("unknown comment", report().replaceFirst("[?].*", "?at=2020-01-01T00:00:00Z"));
        get("unknown page", "/khong-co");
        ask("wrong method", HttpRequest.newBuilder().method("DELETE", BodyPublishers.noBody()), ARTICLE);
        post("comments closed", HttpRequest.newBuilder(), "/articles/phien-cho-cuoi-tuan", typed(Map.of()));
        post("too large", typed(Map.of("content", "Dài quá. ".repeat(8_000))));
        ask(
                "wrong media type",
                HttpRequest.newBuilder().header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")),
                ARTICLE + "/comments");
        newspaper.loseTheArticles();
        get("fault inside", ARTICLE);
        post("fault inside, something typed", typed(Map.of("content", "Hàng một\n   hàng hai")));
    }

    /// A form without faults, but for these fields.
    private static Map<String, String> typed(Map<String, String> others) {
        var typed = new LinkedHashMap<>(Map.of(
                "title", "Một ý kiến",
                "name", "Lan <b>&\"'",
                "email", "lan@vidu.vn",
                "phone", "0905 123 456",
                "answer", "ABCDE",
                "content", "\nHàng một\n   hàng hai </textarea>"));
        typed.putAll(others);
        return typed;
    }

    private String next(String kind) {
        var link = Objects.requireNonNull(pages.get(kind)).document().selectFirst("a[rel=next]");
        if (link == null) {
            throw new IllegalStateException("the " + kind + " has no next page");
        }
        return link.attr("href");
    }

    /// Where the newest comment can be reported.
    private String report() {
        return Objects.requireNonNull(pages.get("article"))
                .document()
                .expectFirst(".comments li a")
                .attr("href");
    }

    private void get(String kind, String path) throws IOException, InterruptedException {
        ask(kind, HttpRequest.newBuilder(), path);
    }

    private void post(String kind, Map<String, String> fields) throws IOException, InterruptedException {
        post(kind, HttpRequest.newBuilder(), ARTICLE, fields);
    }

    private void post(String kind, HttpRequest.Builder request, String article, Map<String, String> fields)
            throws IOException, InterruptedException {
        send(kind, request, article + "/comments", fields);
    }

    private void send(String kind, HttpRequest.Builder request, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        ask(kind, request.header("Content-Type", FORM).POST(BodyPublishers.ofString(body)), path);
    }

    private void ask(String kind, HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        var url = newspaper.at(path);
        var response = client.send(
                request.uri(URI.create(url)).header("Accept", "text/html").build(), BodyHandlers.ofString());
        pages.put(kind, new Shown(kind, response.statusCode(), headers(response), url, response.body()));
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        return Map.copyOf(response.headers().map());
    }
}
