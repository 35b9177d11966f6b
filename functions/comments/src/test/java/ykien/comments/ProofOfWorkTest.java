package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.challenge.Challenges.Issued;
import ykien.challenge.Strength;

/// Work beside the answer: it marks a comment for the newsroom, and neither lets one in nor keeps one out.
@ExtendWith(Newspaper.Opening.class)
class ProofOfWorkTest {
    private static final String FLOODER = "198.51.100.7";

    private final Newspaper newspaper;

    ProofOfWorkTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class Under_attack {
        private final Issued issued = newspaper.challengeUnderAttack();
        private final Typed typed = Typed.comment().answering(issued);

        @Test
        void a_form_with_its_work_is_marked_as_done() {
            var response = newspaper.send(Newspaper.form(typed.with("work", work(issued)), issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(mark()).isEqualTo("done");
        }

        @Test
        void so_is_a_programs_comment() {
            var response = newspaper.send(Newspaper.json(typed.carrying(issued).with("work", work(issued))));

            assertThat(response.status()).isEqualTo(201);
            assertThat(mark()).isEqualTo("done");
        }

        @Test
        void and_so_is_one_whose_work_was_done_in_altchas_widget() {
            newspaper.send(Newspaper.json(typed.with("token", newspaper.receipt(issued))));

            assertThat(mark()).isEqualTo("done");
        }

        @Test
        void a_form_without_work_waits_for_an_editor_like_any_other_and_is_marked_as_missing_it() {
            var response = newspaper.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(newspaper.onlyComment().texts())
                    .containsEntry("state", "waiting")
                    .containsEntry("work", "missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "đ",
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
                    "<script>alert(1)</script>"
                })
        void garbage_is_no_work_and_no_fault(String garbage) {
            var response = newspaper.send(Newspaper.form(typed.with("work", garbage), issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(mark()).isEqualTo("missing");
        }

        @Test
        void nor_is_what_is_far_too_long_or_only_what_everybody_is_told() {
            var told = newspaper.work(issued).prefix() + "0".repeat(32);
            newspaper.send(Newspaper.form(typed.with("work", told), issued));
            var other = newspaper.challengeUnderAttack();
            var long_ = Typed.comment().with("content", "Khác hẳn.").answering(other);
            newspaper.send(Newspaper.form(long_.with("work", "0".repeat(60_000)), other));

            assertThat(newspaper.comments())
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it.text("work")).isEqualTo("missing"));
        }

        /// As when the picture has become another since, in another tab.
        @Test
        void another_pictures_work_is_none() {
            var response =
                    newspaper.send(Newspaper.form(typed.with("work", work(newspaper.challengeUnderAttack())), issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(mark()).isEqualTo("missing");
        }

        /// One seal's work lets one comment in, because that seal does.
        @Test
        void work_can_not_be_brought_twice() {
            var worked = typed.with("work", work(issued));
            newspaper.send(Newspaper.form(worked, issued));
            var again = newspaper.send(Newspaper.form(worked.with("content", "Khác hẳn."), issued));
            var next = newspaper.challengeUnderAttack();
            newspaper.send(Newspaper.form(worked.with("content", "Khác hẳn.").answering(next), next));

            assertThat(again.status()).isEqualTo(422);
            assertThat(newspaper.comments())
                    .extracting(it -> it.text("work"))
                    .containsExactlyInAnyOrder("done", "missing");
        }

        @Test
        void the_same_form_sent_again_gets_its_first_answer_and_keeps_its_first_mark() {
            newspaper.send(Newspaper.form(typed, issued));
            var again = newspaper.send(Newspaper.form(typed.with("work", work(issued)), issued));

            assertThat(again.status()).isEqualTo(303);
            assertThat(mark()).isEqualTo("missing");
        }

        @Test
        void work_is_never_instead_of_the_answer() {
            var wrong = Typed.comment().mistaking(issued).with("work", work(issued));
            var response = newspaper.send(Newspaper.form(wrong, issued));

            assertThat(response.status()).isEqualTo(422);
            assertThat(newspaper.comments()).isEmpty();
            assertThat(newspaper.outcomes()).hasSize(1);
        }

        @Test
        void the_mark_stands_in_no_index_and_in_no_log() {
            var work = work(issued);
            newspaper.send(Newspaper.form(typed.with("work", work), issued));

            for (var index : new String[] {"piles", "underArticle", "bySender", "byArticle"}) {
                assertThat(newspaper
                                .tables()
                                .scan(r -> r.tableName("CommentsTable").indexName(index))
                                .items())
                        .allSatisfy(item -> assertThat(item).doesNotContainKey("work"));
            }
            assertThat(newspaper.log().toString()).doesNotContain(work);
        }

        @Test
        void the_page_of_a_refusal_has_a_challenge_that_asks_for_work_and_says_where_to_ask_for_it() {
            attackTheSite();
            var page = FormPage.of(newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued)));
            var token = page.token().orElseThrow();

            assertThat(newspaper.asksForWork(token)).isTrue();
            assertThat(page.work()).isEqualTo("/articles/" + Newspaper.ARTICLE + "/captcha/work?token=" + token);
        }

        @Test
        void so_has_the_page_with_another_picture() {
            attackTheSite();
            var page = FormPage.of(newspaper.send(Newspaper.form(typed.with("do", "renew"), issued)));

            assertThat(newspaper.asksForWork(page.token().orElseThrow())).isTrue();
        }

        /// More than ten minutes' answers of all readers together that are asked for work.
        private void attackTheSite() {
            var window = newspaper.clock().instant().getEpochSecond() / 600;
            newspaper
                    .tables()
                    .putItem(r -> r.tableName("LimitsTable")
                            .item(Map.of(
                                    "id", AttributeValue.fromS("site:0#" + window),
                                    "n", AttributeValue.fromN("4001"))));
        }
    }

    @Nested
    class A_source_past_its_budget {
        private final Issued issued = newspaper.challenge(Strength.FULL);
        private final Typed typed = Typed.comment().answering(issued);

        @Test
        void is_asked_for_work_though_its_picture_is_older() {
            flood();
            newspaper.send(Newspaper.form(typed, issued).from(FLOODER));

            assertThat(mark()).isEqualTo("missing");
        }

        @Test
        void may_have_done_it() {
            flood();
            newspaper.send(
                    Newspaper.form(typed.with("work", work(issued)), issued).from(FLOODER));

            assertThat(mark()).isEqualTo("done");
        }

        @Test
        void gets_a_harder_picture_that_asks_for_work() {
            flood();
            var easy = newspaper.challenge();
            var page = FormPage.of(newspaper.send(
                    Newspaper.form(Typed.comment().answering(easy), easy).from(FLOODER)));

            assertThat(newspaper.asksForWork(page.token().orElseThrow())).isTrue();
        }

        /// As if the flooder had sent as many answers as a source may: the first he sends, and its count is set so
        /// high.
        private void flood() {
            newspaper.send(
                    Newspaper.form(Typed.comment().with("answer", "ACDEF").with("token", "x"))
                            .from(FLOODER));
            var count = newspaper.counts().getFirst();
            var item = new HashMap<String, AttributeValue>();
            count.texts().forEach((name, _) -> item.put(name, AttributeValue.fromN("200")));
            item.put("id", AttributeValue.fromS(count.text("id")));
            newspaper.tables().putItem(r -> r.tableName("LimitsTable").item(item));
        }
    }

    @Nested
    class In_quiet_times {
        @Test
        void a_comment_has_no_mark_and_its_form_asks_for_no_work() {
            var issued = newspaper.challenge();
            var faulty =
                    FormPage.of(newspaper.send(Newspaper.form(Typed.comment().with("email", ""), issued)));
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(newspaper.asksForWork(faulty.token().orElseThrow())).isFalse();
            assertThat(newspaper.onlyComment().texts()).doesNotContainKey("work");
        }

        @Test
        void garbage_leaves_no_mark_either() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued).with("work", "0".repeat(64)), issued));

            assertThat(newspaper.onlyComment().texts()).doesNotContainKey("work");
        }
    }

    private String work(Issued issued) {
        return Solver.solve(newspaper.work(issued));
    }

    private String mark() {
        return newspaper.onlyComment().text("work");
    }
}
