package ykien.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.article.Article;
import ykien.article.Articles;
import ykien.article.PublishedArticles;
import ykien.article.Slug;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepublishingTest {
    private static final String TABLE = "ArticlesTable";
    private static final Slug SLUG = new Slug("mua-he");

    @TempDir
    private Path folder;

    private LocalDynamoDb dynamoDb;
    private Articles articles;
    private PublishedArticles published;

    @BeforeAll
    void start() throws Exception {
        dynamoDb =
                LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root", "../.."), "template.yaml")));
        var enhanced = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(dynamoDb.client())
                .build();
        articles = Articles.in(enhanced, TABLE);
        published = PublishedArticles.in(enhanced, TABLE, InstantSource.system());
    }

    @AfterAll
    void stop() {
        dynamoDb.close();
    }

    @BeforeEach
    void publish_it_in_full() throws Exception {
        dynamoDb.clear();
        Files.write(folder.resolve("cho.jpg"), PictureTest.drawn("jpg", 60, 40));
        articles.publish(written("""
                title: Mùa hè
                published: 2026-01-02
                category: Đời sống
                dek: Hai tháng
                byline: Lan
                source: Theo Báo Mẫu
                photo: cho.jpg
                alt: Chợ
                caption: Sáng"""));
    }

    private Article written(String frontMatter) throws Exception {
        Files.writeString(folder.resolve("mua-he.md"), "---\n" + frontMatter + "\n---\n\nMùa hè.\n");
        return ((Loaded.Ready) ArticleFolder.read(folder, ZoneOffset.UTC).getFirst()).article();
    }

    private Article shown() {
        return published.find(SLUG).orElseThrow();
    }

    @Test
    void shows_the_new_version() throws Exception {
        var second = written("title: Mùa hè xanh\npublished: 2026-01-03\ncategory: Bạn đọc");
        articles.publish(second);

        assertThat(shown()).isEqualTo(second);
        assertThat(published.latest(Optional.empty()).items()).containsExactly(second.card());
        assertThat(published.inCategory(new Slug("ban-doc"), Optional.empty()).items())
                .containsExactly(second.card());
        assertThat(published.inCategory(new Slug("doi-song"), Optional.empty()).items())
                .isEmpty();
    }

    @Test
    void removes_what_the_new_version_leaves_out() throws Exception {
        articles.publish(written("title: Mùa hè\npublished: 2026-01-02"));

        var item = dynamoDb.client()
                .getItem(get -> get.tableName(TABLE).key(Map.of("slug", AttributeValue.fromS("mua-he"))))
                .item();
        assertThat(item).doesNotContainKeys("category", "byline", "source");
        assertThat(shown().card().photo()).isEmpty();
        assertThat(shown().card().dek()).isEmpty();
    }

    @Test
    void keeps_the_number_of_comments() throws Exception {
        dynamoDb.client()
                .updateItem(update -> update.tableName(TABLE)
                        .key(Map.of("slug", AttributeValue.fromS("mua-he")))
                        .updateExpression("ADD commentCount :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("7"))));
        articles.publish(written("title: Mùa hè xanh\npublished: 2026-01-02"));

        assertThat(shown().card().title()).isEqualTo("Mùa hè xanh");
        assertThat(shown().card().commentCount()).isEqualTo(7);
    }

    @Test
    void of_the_same_changes_nothing() throws Exception {
        var before = shown();
        articles.publish(before);

        assertThat(shown()).isEqualTo(before);
    }
}
