package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ykien.cloud.Json;
import ykien.cloud.StandingClock;

/// The whole newspaper in this process, read and written over HTTP.
class NewspaperTest {
    private static final Path ROOT = Path.of(System.getProperty("ykien.root", ""));
    private static final Options CLOSED =
            new Options(0, OptionalInt.empty(), Optional.empty(), Optional.empty(), false);
    private static final Options OPEN = new Options(0, OptionalInt.of(0), Optional.empty(), Optional.empty(), true);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void It_shows_the_samples_and_their_comments() throws Exception {
        try (var newspaper = Newspaper.open(CLOSED, ROOT, Clock.systemUTC())) {
            var list = json(newspaper.address() + "/");
            var path = "/articles/" + Json.at(list, "articles", 0, "slug");
            assertThat(get(newspaper.address() + "/").body())
                    .contains("Báo Mẫu")
                    .contains(path);
            assertThat(get(newspaper.address() + path).body()).contains("Danh sách ý kiến");
            assertThat(get(newspaper.address() + "/openapi.json").body()).contains("\"openapi\"");
            assertThat(get(newspaper.address() + "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void A_photo_comes_from_the_folder() throws Exception {
        try (var newspaper = Newspaper.open(CLOSED, ROOT, Clock.systemUTC())) {
            var page = get(newspaper.address() + "/").body();
            var start = page.indexOf("/photos/");
            var photo = get(newspaper.address() + page.substring(start, page.indexOf('"', start)));
            assertThat(photo.headers().firstValue("content-type")).hasValue("image/jpeg");
            assertThat(photo.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
            assertThat(get(newspaper.address() + "/photos/no.0000000000000000.jpg")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void With_the_captcha_open_a_program_can_send_a_comment() throws Exception {
        var clock = new StandingClock(Instant.now());
        try (var newspaper = Newspaper.open(OPEN, ROOT, clock)) {
            var slug = slug(newspaper);
            var issued = post(newspaper.address() + "/captcha", "{\"article\":\"" + slug + "\"}");
            clock.advance(Duration.ofSeconds(5));
            var sent = post(newspaper.address() + "/articles/" + slug + "/comments", """
                    {"token":"%s","answer":"%s","name":"Lan","email":"lan@example.com","content":"Bài hay."}
                    """.formatted(
                            token(issued), answer(issued).orElseThrow()));
            assertThat(sent.statusCode()).isEqualTo(201);
            assertThat(answer(sent)).isEmpty();
        }
    }

    @Test
    void With_the_captcha_open_every_challenge_comes_with_its_answer() throws Exception {
        try (var newspaper = Newspaper.open(OPEN, ROOT, Clock.systemUTC())) {
            var article = newspaper.address() + "/articles/" + slug(newspaper);
            var picture = get(article + "/captcha.png");
            var cookie =
                    picture.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
            var redrawn = send(request(article + "/captcha.png").header("Cookie", cookie));
            assertThat(answer(picture)).isPresent();
            assertThat(answer(redrawn)).isEqualTo(answer(picture));

            var part = send(
                    request(article + "/captcha.wav").header("Cookie", cookie).header("Range", "bytes=0-1"));
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("content-range")).isPresent();
            assertThat(answer(part)).isEqualTo(answer(picture));
            assertThat(part.headers().firstValue("x-ykien-captcha-spoken"))
                    .isPresent()
                    .isEqualTo(picture.headers().firstValue("x-ykien-captcha-spoken"))
                    .hasValueSatisfying(digits -> assertThat(digits).matches("[0-9]{6}"));

            var refused = send(request(article + "/comments")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofString("name=Lan")));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(answer(refused)).isPresent();
            assertThat(answer(get(article))).isEmpty();
        }
    }

    @Test
    void Otherwise_nothing_tells_an_answer() throws Exception {
        try (var newspaper = Newspaper.open(CLOSED, ROOT, Clock.systemUTC())) {
            assertThat(answer(get(newspaper.address() + "/articles/" + slug(newspaper) + "/captcha.png")))
                    .isEmpty();
            assertThat(newspaper.whatIsHere()).noneMatch(line -> line.contains("OPEN"));
        }
    }

    @Test
    void In_a_folder_data_is_kept_and_samples_are_not_doubled(@TempDir Path data) throws Exception {
        var kept = new Options(0, OptionalInt.empty(), Optional.of(data), Optional.empty(), false);
        Object first;
        try (var newspaper = Newspaper.open(kept, ROOT, Clock.systemUTC())) {
            first = json(newspaper.address() + "/articles/" + slug(newspaper) + "/comments");
        }
        try (var newspaper = Newspaper.open(kept, ROOT, Clock.systemUTC())) {
            assertThat(json(newspaper.address() + "/articles/" + slug(newspaper) + "/comments"))
                    .isEqualTo(first);
        }
    }

    @Test
    void In_a_folder_the_photos_of_an_earlier_start_are_kept_too(@TempDir Path data, @TempDir Path other)
            throws Exception {
        Files.writeString(
                other.resolve("bai-khac.md"), "---\ntitle: \"Bài khác\"\npublished: 2026-11-20\n---\n\nChữ.\n");
        var photo = "";
        var first = new Options(0, OptionalInt.empty(), Optional.of(data), Optional.empty(), false);
        try (var newspaper = Newspaper.open(first, ROOT, Clock.systemUTC())) {
            var page = get(newspaper.address() + "/").body();
            var start = page.indexOf("/photos/");
            photo = page.substring(start, page.indexOf('"', start));
        }
        var second = new Options(0, OptionalInt.empty(), Optional.of(data), Optional.of(other), false);
        try (var newspaper = Newspaper.open(second, ROOT, Clock.systemUTC())) {
            assertThat(get(newspaper.address() + "/").body()).contains(photo, "/articles/bai-khac");
            assertThat(get(newspaper.address() + photo).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void With_the_captcha_open_any_query_is_answered_as_without() throws Exception {
        try (var newspaper = Newspaper.open(OPEN, ROOT, Clock.systemUTC());
                var socket = new Socket("localhost", newspaper.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET /articles/" + slug(newspaper) + "/captcha.png?a=|^{ HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase(OpenCaptcha.HEADER + ": ");
        }
    }

    @Test
    void It_says_where_it_is() throws Exception {
        try (var newspaper = Newspaper.open(OPEN, ROOT, Clock.systemUTC())) {
            assertThat(newspaper.whatIsHere())
                    .startsWith("The newspaper is at " + newspaper.address() + "/")
                    .anyMatch(line -> line.contains(newspaper.dynamoDbEndpoint().toString()))
                    .anyMatch(line -> line.contains("the captcha   is OPEN"));
        }
    }

    private String slug(Newspaper newspaper) throws Exception {
        return Json.at(json(newspaper.address() + "/"), "articles", 0, "slug").toString();
    }

    private Object json(String url) throws Exception {
        var response = send(request(url).header("Accept", "application/json"));
        return Json.at(Json.read(response.body().getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String url) throws Exception {
        return send(request(url));
    }

    private HttpResponse<String> post(String url, String json) throws Exception {
        return send(request(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> issued) {
        return Json.at(Json.read(issued.body().getBytes(StandardCharsets.UTF_8)), "token")
                .toString();
    }

    private static Optional<String> answer(HttpResponse<String> response) {
        return response.headers().firstValue(OpenCaptcha.HEADER);
    }
}
