package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Tables.Opening.class)
class DeskKeysTest {
    private final Tables tables;

    DeskKeysTest(Tables tables) {
        this.tables = tables;
    }

    @Nested
    class A_comment_that_came_in {
        @ParameterizedTest
        @ValueSource(strings = {"piles", "underArticle", "bySender"})
        void is_found_by_the_newsroom(String index) {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();

            assertThat(tables.idsIn(index)).containsExactly(comment.id().value());
        }

        @ParameterizedTest
        @ValueSource(strings = {"piles", "underArticle", "bySender"})
        void shows_no_index_an_email_or_a_phone(String index) {
            tables.waiting(Tables.ARTICLE, 1);

            assertThat(tables.itemsIn(index).toString()).doesNotContain("vidu.vn", "0912345678", "Hoa");
        }

        @Test
        void is_not_where_readers_see_it() {
            tables.waiting(Tables.ARTICLE, 1);

            assertThat(tables.idsIn("byArticle")).isEmpty();
        }

        @Test
        void lies_in_one_of_the_shards_of_its_pile() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();
            var item = tables.item(comment.id());

            assertThat(DeskKeys.shards("waiting")).hasSize(8).contains(Tables.text(item, "pile"));
            assertThat(Tables.text(item, "pile")).isEqualTo(DeskKeys.pile("waiting", comment.id()));
            assertThat(Tables.text(item, "desk")).isEqualTo("duong-hoa-xom-dinh#waiting");
        }
    }

    @Nested
    class A_sender {
        @Test
        void is_the_same_however_the_address_is_written() {
            assertThat(DeskKeys.sender(new EmailAddress("Hoa@Vidu.vn")))
                    .isEqualTo(DeskKeys.sender(new EmailAddress("hoa@vidu.vn")))
                    .isNotEqualTo(DeskKeys.sender(new EmailAddress("lan@vidu.vn")))
                    .matches("[0-9A-Za-z_-]{22}");
        }
    }

    @Nested
    class Sixteen_first_digits {
        @Test
        void make_eight_shards() {
            var shards = "0123456789abcdef"
                    .chars()
                    .mapToObj(c -> new CommentId(Character.toString(c).repeat(32)))
                    .map(id -> DeskKeys.pile("refused", id))
                    .distinct()
                    .toList();

            assertThat(shards).containsExactlyElementsOf(DeskKeys.shards("refused"));
        }
    }
}
