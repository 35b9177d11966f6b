package ykien.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import ykien.article.Articles;
import ykien.publishing.ArticleFolder;

class InterruptedPublishTest {
    @Test
    void It_says_which_article_aws_refused_and_how_many_are_out(@TempDir Path folder) throws Exception {
        for (var slug : new String[] {"bai-mot", "bai-hai", "bai-ba"}) {
            Files.writeString(folder.resolve(slug + ".md"), """
                    ---
                    title: "Bài mẫu"
                    published: 2026-11-22
                    ---

                    Chữ.
                    """);
        }
        var refused = DynamoDbException.builder().message("no").build();
        Articles articles = article -> {
            if (article.slug().value().equals("bai-hai")) {
                throw refused;
            }
        };
        var out = new ByteArrayOutputStream();
        try (var s3 = nowhere();
                var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            var publish = new Publish(new PhotoBucket(s3, "photos"), articles, print);

            assertThatThrownBy(() -> publish.all(ArticleFolder.read(folder, ZoneOffset.UTC)))
                    .isSameAs(refused);
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "bai-ba.md: published at /articles/bai-ba.",
                        "bai-hai.md: not published, nor is what comes after it.",
                        "1 of 3 articles published.");
    }

    /// No article here has a photo, so nobody is asked.
    private static S3Client nowhere() {
        return S3Client.builder()
                .endpointOverride(URI.create("http://localhost:1"))
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
