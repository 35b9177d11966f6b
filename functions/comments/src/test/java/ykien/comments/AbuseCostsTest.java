package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.cloud.Json;

/// What docs/abuse-costs.py reckons with is what hostile requests do. What is done once in ten seconds it adds itself.
@ExtendWith(Newspaper.Opening.class)
class AbuseCostsTest {
    private final Newspaper newspaper;

    AbuseCostsTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Test
    void a_forged_challenge() throws Exception {
        assertReckoned(
                "forged or malformed challenge",
                Typed.comment().with("answer", "ACDEF").with("token", "AAAA"));
    }

    @Test
    void a_wrong_answer() throws Exception {
        var issued = newspaper.challenge();

        assertReckoned("wrong answer", Typed.comment().mistaking(issued).carrying(issued));
    }

    @Test
    void a_right_answer() throws Exception {
        var issued = newspaper.challenge();

        assertReckoned(
                "right answer by a solver", Typed.comment().answering(issued).carrying(issued));
    }

    @Test
    void a_right_answer_far_over_the_budget() throws Exception {
        newspaper.send(Newspaper.form(Typed.comment().with("answer", "ACDEF").with("token", "AAAA")));
        fillUp();
        var issued = newspaper.challenge();

        assertReckoned(
                "the same, far over the budget",
                Typed.comment().answering(issued).carrying(issued));
    }

    private void assertReckoned(String request, Typed typed) throws IOException {
        newspaper.operations().forget();
        newspaper.send(Newspaper.form(typed));

        assertThat(newspaper.operations().names())
                .filteredOn(name -> !name.equals("BatchGetItem"))
                .isEqualTo(reckoned(request));
    }

    private static List<String> reckoned(String request) throws IOException {
        var file = Path.of(System.getProperty("ykien.root", "../.."), "docs/abuse-operations.json");
        var all = (Map<?, ?>) Objects.requireNonNull(Json.read(Files.readAllBytes(file)));
        var after =
                (List<?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(all.get(request))).get("after"));
        return after.stream()
                .map(operation -> String.valueOf(((List<?>) operation).getFirst()))
                .toList();
    }

    /// As if the only source that was counted so far had sent far too much.
    private void fillUp() {
        var count = newspaper.counts().getFirst();
        var item = new HashMap<String, AttributeValue>();
        count.texts().forEach((name, _) -> item.put(name, AttributeValue.fromN("2000")));
        item.put("id", AttributeValue.fromS(count.text("id")));
        item.put("expiresAt", AttributeValue.fromN(count.text("expiresAt")));
        newspaper.tables().putItem(r -> r.tableName("LimitsTable").item(item));
    }
}
