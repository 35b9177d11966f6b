package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final Finding LINK = Finding.of(Kind.LINK, Field.CONTENT, 4, 11);
    private static final Finding CAPITALS = Finding.of(Kind.CAPITALS, Field.CONTENT, 0, 8);

    @Test
    void a_text_without_findings_is_one_passage() {
        assertThat(Passage.of(Field.CONTENT, "Hay quá", List.of())).containsExactly(new Passage("Hay quá", List.of()));
        assertThat(Passage.of(Field.CONTENT, "", List.of())).isEmpty();
    }

    @Test
    void a_text_is_cut_where_findings_begin_and_end() {
        assertThat(Passage.of(Field.CONTENT, "Vào vidu.vn đi", List.of(LINK, CAPITALS)))
                .containsExactly(
                        new Passage("Vào ", List.of(CAPITALS)),
                        new Passage("vidu", List.of(LINK, CAPITALS)),
                        new Passage(".vn", List.of(LINK)),
                        new Passage(" đi", List.of()));
    }

    @Test
    void findings_of_other_fields_are_passed_over() {
        assertThat(Passage.of(Field.TITLE, "Vào vidu.vn đi", List.of(LINK)))
                .containsExactly(new Passage("Vào vidu.vn đi", List.of()));
    }
}
