package ykien.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
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
}
