package ykien.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.cloud.LocalDynamoDb;
import ykien.cloud.Template;

class ArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final LocalDynamoDb DYNAMO_DB =
            LocalDynamoDb.start(Template.read(Path.of(System.getProperty("ykien.root"), "template.yaml")));
    private static final DynamoDbEnhancedClient CLIENT =
            DynamoDbEnhancedClient.builder().dynamoDbClient(DYNAMO_DB.client()).build();

    private final Articles articles = Articles.in(CLIENT, "ArticlesTable");
    private final PublishedArticles published = PublishedArticles.in(CLIENT, "ArticlesTable", () -> NOW);

    @BeforeEach
    void clear() {
        DYNAMO_DB.clear();
    }

    @AfterAll
    static void close() {
        DYNAMO_DB.close();
    }

    @Test
    void An_article_comes_back_as_it_was_published() {
        var whole = new Article(
                new Card(
                        new Slug("mua-he"),
                        "Mùa hè",
                        Optional.of("Nắng và gió."),
                        Optional.of(new Category(new Slug("doi-song"), "Đời sống")),
                        Optional.of(new Photo(
                                new PhotoName("canh-dong.0123456789abcdef.jpg"),
                                900,
                                600,
                                "Cánh đồng",
                                Optional.of("Lúa chín"))),
                        NOW,
                        0),
                Optional.of("Lê Na"),
                new Html("<p>Chữ.</p>"),
                Optional.of("Theo Báo Mẫu"),
                true);
        articles.publish(whole);

        assertThat(published.find(new Slug("mua-he"))).hasValue(whole);
        assertThat(published.latest(Optional.empty()).items()).containsExactly(whole.card());
        assertThat(published.inCategory(new Slug("doi-song"), Optional.empty()).items())
                .containsExactly(whole.card());
    }

    @Test
    void What_a_new_version_leaves_out_is_gone() {
        articles.publish(new Article(
                bare(NOW, Optional.of(new Category(new Slug("doi-song"), "Đời sống"))),
                Optional.of("Lê Na"),
                new Html("<p>Chữ.</p>"),
                Optional.of("Theo Báo Mẫu"),
                true));
        var bare = article(bare(NOW, Optional.empty()));
        articles.publish(bare);

        assertThat(published.find(bare.slug())).hasValue(bare);
        assertThat(published.inCategory(new Slug("doi-song"), Optional.empty()).items())
                .isEmpty();
    }

    @Test
    void A_new_version_keeps_the_number_of_comments() {
        articles.publish(article(bare(NOW, Optional.empty())));
        var card = bare(NOW, Optional.empty());
        var claimed = new Card(card.slug(), "Khác", card.dek(), card.category(), card.photo(), NOW, 77);
        articles.publish(article(claimed));

        assertThat(published.find(card.slug()).orElseThrow().card().title()).isEqualTo("Khác");
        assertThat(published.find(card.slug()).orElseThrow().card().commentCount())
                .isZero();
    }

    @Test
    void An_article_of_the_future_is_not_found_until_its_moment() {
        articles.publish(article(bare(NOW.plusMillis(1), Optional.empty())));

        assertThat(published.find(new Slug("ngan"))).isEmpty();
        assertThat(published.latest(Optional.empty()).items()).isEmpty();
        var later = PublishedArticles.in(CLIENT, "ArticlesTable", () -> NOW.plusMillis(1));
        assertThat(later.find(new Slug("ngan"))).isPresent();
        assertThat(later.latest(Optional.empty()).items()).hasSize(1);
    }

    private static Card bare(Instant at, Optional<Category> category) {
        return new Card(new Slug("ngan"), "Ngắn", Optional.empty(), category, Optional.empty(), at, 0);
    }

    private static Article article(Card card) {
        return new Article(card, Optional.empty(), new Html("<p>Chữ.</p>"), Optional.empty(), false);
    }

    @Nested
    class Where_articles_close_by_themselves_after_30_days {
        private final PublishedArticles closing =
                PublishedArticles.in(CLIENT, "ArticlesTable", new CommentPeriod(30), () -> NOW);

        @Test
        void one_is_open_to_the_last_moment() {
            assertThat(isOpen(NOW.minus(Duration.ofDays(30)).plusMillis(1), true))
                    .isTrue();
            assertThat(isOpen(NOW.minus(Duration.ofDays(30)), true)).isFalse();
        }

        @Test
        void one_that_was_published_closed_is_never_open() {
            assertThat(isOpen(NOW, false)).isFalse();
        }

        @Test
        void one_that_the_newsroom_has_opened_stays_open() {
            isOpen(NOW.minus(Duration.ofDays(400)), true);
            deskSays("open");

            assertThat(closing.find(new Slug("mua-he")))
                    .hasValueSatisfying(it -> assertThat(it.open()).isTrue());
        }

        @Test
        void one_that_the_newsroom_has_closed_stays_closed() {
            isOpen(NOW, true);
            deskSays("closed");

            assertThat(closing.find(new Slug("mua-he")))
                    .hasValueSatisfying(it -> assertThat(it.open()).isFalse());
        }

        @Test
        void and_elsewhere_the_same_one_does_not() {
            isOpen(NOW.minus(Duration.ofDays(4000)), true);

            assertThat(published.find(new Slug("mua-he")).orElseThrow().open()).isTrue();
        }

        private boolean isOpen(Instant publishedAt, boolean open) {
            var slug = new Slug("mua-he");
            var card = new Card(slug, "Mùa hè", Optional.empty(), Optional.empty(), Optional.empty(), publishedAt, 0);
            articles.publish(new Article(card, Optional.empty(), new Html("<p>Chữ.</p>"), Optional.empty(), open));
            return closing.find(slug).orElseThrow().open();
        }

        private static void deskSays(String word) {
            DYNAMO_DB
                    .client()
                    .updateItem(r -> r.tableName("ArticlesTable")
                            .key(Map.of("slug", AttributeValue.fromS("mua-he")))
                            .updateExpression("SET deskSays = :word")
                            .expressionAttributeValues(Map.of(":word", AttributeValue.fromS(word))));
        }
    }
}
