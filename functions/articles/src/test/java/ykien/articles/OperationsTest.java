package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ykien.articles.Operations.Operation;
import ykien.cloud.HttpRequest;

/// What each route asks of DynamoDB: the same, however much there is.
class OperationsTest {
    private static final String ARTICLE = "GetItem ArticlesTable";
    private static final String COMMENTS = "Query CommentsTable/index/byArticle";

    private final Newspaper paper = new Newspaper();

    @ParameterizedTest
    @CsvSource({"0, 1", "21, 1", "2000, 40"})
    void An_articles_page_is_two_reads_whatever_there_is(int comments, int articles) {
        paper.publish(articles);
        paper.comments("bai-1", comments);

        assertThat(asked("/articles/bai-1", "text/html")).containsExactly(ARTICLE, COMMENTS);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "21, 1", "2000, 40"})
    void Every_other_route_is_as_few(int comments, int articles) {
        paper.publish(articles);
        paper.publish(SampleArticle.of("bai-1").category("doi-song", "Đời sống"));
        paper.comments("bai-1", comments);

        assertThat(asked("/articles/bai-1", "application/json")).containsExactly(ARTICLE);
        assertThat(asked("/articles/bai-1/comments", "text/html")).containsExactly(ARTICLE, COMMENTS);
        assertThat(asked("/articles/bai-1/comments", "application/json")).containsExactly(ARTICLE, COMMENTS);
        var report = "/articles/bai-1/comments/" + "%032x".formatted(comments) + "/report";
        assertThat(asked(report, "text/html")).containsExactly(ARTICLE);
        assertThat(asked(report + "?at=2026-11-23T02:59:59.000Z", "text/html")).containsExactly(ARTICLE, COMMENTS);
        for (var type : List.of("text/html", "application/json")) {
            assertThat(asked("/", type)).containsExactly("Query ArticlesTable/index/latest");
            assertThat(asked("/categories/doi-song", type)).containsExactly("Query ArticlesTable/index/byCategory");
            assertThat(asked("/photos/bai-1.0123456789abcdef.jpg", type)).isEmpty();
            assertThat(asked("/assets/site.0123456789ab.css", type)).isEmpty();
            assertThat(asked("/openapi.json", type)).isEmpty();
            assertThat(asked("/khong-co", type)).isEmpty();
        }
    }

    @Test
    void What_is_refused_costs_no_more_than_it_must() {
        assertThat(asked("/articles/khong-co", "text/html")).containsExactly(ARTICLE);
        assertThat(asked("/articles/khong-co/comments", "text/html").getFirst()).isEqualTo(ARTICLE);
        assertThat(asked("/articles/A_B", "text/html")).isEmpty();
        assertThat(asked("/?after=x", "text/html")).isEmpty();
        assertThat(asked("/articles/mua-he/comments?after=x", "text/html")).isEmpty();
        assertThat(asked("/articles/mua-he/comments/x/report", "text/html")).isEmpty();
    }

    /// In read capacity units, which is what a request is billed by.
    @Test
    void Two_thousand_comments_cost_what_one_page_of_them_costs() {
        paper.publish(1);
        paper.comments("bai-1", 21);
        var few = cost("/articles/bai-1");

        paper.comments("bai-1", 2000);
        assertThat(cost("/articles/bai-1")).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    private double cost(String target) {
        asked(target, "text/html");
        return paper.operations.asked().stream().mapToDouble(Operation::units).sum();
    }

    private List<String> asked(String target, String type) {
        paper.operations.forget();
        paper.send(HttpRequest.get(target).header("Accept", type));
        return paper.operations.asked().stream().map(Operation::what).toList();
    }
}
