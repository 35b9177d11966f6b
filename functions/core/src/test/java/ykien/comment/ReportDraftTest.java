package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;
import ykien.http.Fault;

class ReportDraftTest {
    private static final Slug ARTICLE = new Slug("mua-he");
    private static final CommentId COMMENT = new CommentId("0123456789abcdef0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-23T02:14:00.123456Z");

    @Nested
    class A_reason {
        @ParameterizedTest
        @EnumSource(names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
        void is_enough_by_itself(ReportReason reason) {
            assertThat(faulty(reason.key(), "")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "SPAM", "spam ", "khac", "<b>"})
        void is_one_of_the_list(String reason) {
            assertThat(faulty(reason, "")).containsExactly("reason");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n ", "\u2800", "\u00a0"})
        void that_is_another_takes_words(String words) {
            assertThat(faulty("other", words)).containsExactly("words");
            assertThat(faulty("other", "Trích sai lời tôi.")).isEmpty();
        }

        @Test
        void has_a_key_and_a_label_of_its_own() {
            var reasons = Arrays.asList(ReportReason.values());

            assertThat(reasons).extracting(ReportReason::key).doesNotHaveDuplicates();
            assertThat(reasons).extracting(ReportReason::label).doesNotHaveDuplicates();
            assertThat(reasons)
                    .allSatisfy(
                            reason -> assertThat(ReportReason.of(reason.key())).hasValue(reason));
        }
    }

    @Nested
    class Words {
        @Test
        void are_counted_in_code_points_once_they_are_trimmed() {
            assertThat(faulty("spam", "  " + "ễ😀".repeat(500) + "\r\n")).isEmpty();
            assertThat(faulty("spam", "ễ".repeat(1001))).containsExactly("words");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\0b", "\u001b[31m", "\ud800", "\uffff", "a\ufffdb"})
        void are_text(String words) {
            assertThat(faulty("spam", words)).containsExactly("words");
        }

        @Test
        void are_in_NFC_with_their_lines_parted_by_LF() {
            var report = new ReportDraft("insult", " Che\u0302\r\nbai ", "ABCDE", "").report(COMMENT, ARTICLE, NOW);

            assertThat(report.words()).hasValue("Chê\nbai");
        }

        @Test
        void can_be_left_out() {
            assertThat(new ReportDraft("insult", " \n", "ABCDE", "")
                            .report(COMMENT, ARTICLE, NOW)
                            .words())
                    .isEmpty();
        }
    }

    @Test
    void All_faults_come_at_once_in_the_order_of_the_form() {
        var faults = new ReportDraft("", "x".repeat(2000), " ", "").faults();

        assertThat(faults).extracting(Fault::field).containsExactly("reason", "words", "answer");
        assertThat(faults)
                .allSatisfy(
                        fault -> assertThat(fault.remedy()).startsWith("Hãy ").endsWith("."));
    }

    @Test
    void A_draft_with_faults_is_no_report() {
        assertThatThrownBy(() -> ReportDraft.EMPTY.report(COMMENT, ARTICLE, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void A_report_is_of_its_moment_and_two_of_the_same_moment_are_told_apart() {
        var draft = new ReportDraft("spam", "", "ABCDE", "");
        var first = draft.report(COMMENT, ARTICLE, NOW);
        var second = draft.report(COMMENT, ARTICLE, NOW);

        assertThat(first.at()).isEqualTo("2026-11-23T02:14:00.123Z");
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.id().value()).startsWith("2026-11-23T02:14:00.123Z-").hasSize(41);
        assertThat(first.contentHash()).isEqualTo(second.contentHash());
    }

    @Test
    void Whatever_differs_makes_it_another_report() {
        var report = new ReportDraft("spam", "a", "ABCDE", "").report(COMMENT, ARTICLE, NOW);
        var others = List.of(
                new ReportDraft("insult", "a", "ABCDE", "").report(COMMENT, ARTICLE, NOW),
                new ReportDraft("spam", "b", "ABCDE", "").report(COMMENT, ARTICLE, NOW),
                new ReportDraft("spam", "a", "ABCDE", "").report(CommentId.random(), ARTICLE, NOW),
                new ReportDraft("spam", "a", "ABCDE", "").report(COMMENT, new Slug("mua-dong"), NOW));

        assertThat(others).extracting(Report::contentHash).doesNotContain(report.contentHash());
        assertThat(new ReportDraft("spam", "a", "FGHJK", "t")
                        .report(COMMENT, ARTICLE, NOW)
                        .contentHash())
                .as("what was typed for the captcha is no part of it")
                .isEqualTo(report.contentHash());
    }

    @Test
    void Nothing_of_it_is_printed() {
        var draft = new ReportDraft("other", "Anh Ba ở xóm Đình", "ABCDE", "t");

        assertThat(draft).hasToString("ReportDraft[hidden]");
        assertThat(draft.report(COMMENT, ARTICLE, NOW).toString()).doesNotContain("xóm", "other");
        assertThat(Optional.of(draft.showable().words())).hasValue("Anh Ba ở xóm Đình");
    }

    private static List<String> faulty(String reason, String words) {
        return new ReportDraft(reason, words, "ABCDE", "")
                .faults().stream().map(Fault::field).toList();
    }
}
