package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import ykien.article.Slug;
import ykien.challenge.FormId;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// For tests: tells the answers of every challenge that an answer of the site carries, in headers. It opens the
/// seals with the keys that this process made; the functions know nothing of it, and in the cloud there is no such
/// thing.
final class OpenCaptcha implements Function<HttpRequest, HttpResponse> {
    /// The header that tells what the picture shows.
    static final String HEADER = "x-ykien-captcha-answer";

    /// The header that tells what the sound says.
    static final String SPOKEN = "x-ykien-captcha-spoken";

    private static final Set<String> SHOWN = Set.of("image/png", "audio/wav");
    private static final String SEAL = "([0-9A-Za-z_-]{74})";
    private static final Pattern IN_COOKIE = Pattern.compile("(?:^|;)\\s*captcha=" + SEAL + "(?:;|$)");
    private static final Pattern IN_JSON = Pattern.compile("\"token\"\\s*:\\s*\"" + SEAL + "\"");
    private static final Pattern IN_FORM =
            Pattern.compile("<input(?=[^>]*\\sname=\"?token\"?)[^>]*\\svalue=\"?" + SEAL);
    private static final Pattern IN_QUERY = Pattern.compile("[?&]token=" + SEAL + "(?:&|$)");
    private static final Pattern ARTICLE_IN_PATH = Pattern.compile("^/articles/([^/?]+)");
    private static final Pattern ARTICLE = Pattern.compile("(?:\"article\"\\s*:\\s*\"|[?&]article=)([^\"&\\s]+)");
    private static final Pattern OTHER_FORM = Pattern.compile("(?:\"form\"\\s*:\\s*\"|[?&]form=)([^\"&\\s]+)");

    private final Function<HttpRequest, HttpResponse> site;
    private final Seals seals;

    OpenCaptcha(Function<HttpRequest, HttpResponse> site, String captchaKeys) {
        this.site = site;
        this.seals = new Seals(SealKeys.parse(captchaKeys));
    }

    @Override
    public HttpResponse apply(HttpRequest request) {
        var response = site.apply(request);
        return carried(request, response)
                .flatMap(seal -> form(request).flatMap(form -> seals.open(seal, form)))
                .map(challenge -> response.with(HEADER, challenge.answer().symbols())
                        .with(SPOKEN, challenge.spoken().digits()))
                .orElse(response);
    }

    /// The seal of the challenge that this response shows: a new one, or the one that a picture or sound is of.
    private static Optional<String> carried(HttpRequest request, HttpResponse response) {
        if (response.status() >= 300 && response.status() < 400) {
            return Optional.empty();
        }
        var type = response.header("content-type").orElse("");
        var fresh = response.cookies().stream()
                .flatMap(cookie -> find(IN_COOKIE, cookie).stream())
                .findFirst();
        if (fresh.isPresent()) {
            return fresh;
        }
        if (SHOWN.contains(type) && response.status() < 300) {
            return find(IN_QUERY, request.target()).or(() -> sentCookie(request));
        }
        if (type.contains("json")) {
            return find(IN_JSON, text(response));
        }
        return type.startsWith("text/html") ? find(IN_FORM, text(response)) : Optional.empty();
    }

    private static Optional<String> sentCookie(HttpRequest request) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("cookie"))
                .flatMap(header -> find(IN_COOKIE, header.value()).stream())
                .findFirst();
    }

    private static Optional<FormId> form(HttpRequest request) {
        var asked = request.target() + " " + new String(request.body(), UTF_8);
        return find(ARTICLE_IN_PATH, request.target())
                .or(() -> find(ARTICLE, asked))
                .flatMap(Slug::parse)
                .map(FormId::under)
                .or(() -> find(OTHER_FORM, asked).flatMap(FormId::named));
    }

    private static String text(HttpResponse response) {
        if (!response.header("content-encoding").equals(Optional.of("gzip"))) {
            return response.text();
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a function's answer is not the gzip that it says", e);
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
