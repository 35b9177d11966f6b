package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ykien.decisionlog.Verification;
import ykien.moderation.Paper.Writing.Already;
import ykien.moderation.Paper.Writing.Done;

class PapersTest {
    private final Newsroom newsroom = new Newsroom();

    @Nested
    class A_text_of_the_desk {
        @ParameterizedTest
        @EnumSource
        void is_empty_at_first(Paper.Name name) {
            assertThat(newsroom.papers.read(name)).isEqualTo(new Paper("", 0, Optional.empty()));
        }

        @ParameterizedTest
        @CsvSource({"PHRASES, change-phrases", "SETTINGS, change-settings"})
        void is_changed_and_the_change_is_logged(Paper.Name name, String what) {
            assertThat(newsroom.papers.write(name, "một\nhai", 0, Newsroom.LAN)).isEqualTo(new Done(1));
            newsroom.wait(Duration.ofMinutes(1));
            assertThat(newsroom.papers.write(name, "hai\nba", 1, Newsroom.MINH)).isEqualTo(new Done(2));

            assertThat(newsroom.papers.read(name))
                    .isEqualTo(new Paper("hai\nba", 2, Optional.of(new Paper.Change("Minh", newsroom.instant()))));
            assertThat(newsroom.log()).hasSize(2).allMatch(entry -> entry.what().equals(what));
            assertThat(newsroom.log().getLast().by()).isEqualTo(Newsroom.MINH);
            assertThat(newsroom.log().getLast().before())
                    .containsEntry("removed", "một")
                    .containsEntry("version", "1")
                    .containsKey("sha256");
            assertThat(newsroom.log().getLast().after())
                    .containsEntry("added", "ba")
                    .containsEntry("version", "2");
            assertThat(newsroom.verify()).isInstanceOf(Verification.Intact.class);
        }

        @Test
        void that_somebody_changed_first_is_told_and_not_overwritten() {
            newsroom.papers.write(Paper.Name.PHRASES, "một", 0, Newsroom.LAN);

            assertThat(newsroom.papers.write(Paper.Name.PHRASES, "hai", 0, Newsroom.MINH))
                    .isEqualTo(
                            new Already(new Paper("một", 1, Optional.of(new Paper.Change("Lan", newsroom.instant())))));
            assertThat(newsroom.papers.read(Paper.Name.PHRASES).text()).isEqualTo("một");
            assertThat(newsroom.log()).hasSize(1);
        }

        @Test
        void sent_twice_is_changed_once() {
            newsroom.papers.write(Paper.Name.PHRASES, "một", 0, Newsroom.LAN);

            assertThat(newsroom.papers.write(Paper.Name.PHRASES, "một", 0, Newsroom.LAN))
                    .isEqualTo(new Done(1));
            assertThat(newsroom.papers.write(Paper.Name.PHRASES, "một", 1, Newsroom.LAN))
                    .isEqualTo(new Done(1));
            assertThat(newsroom.log()).hasSize(1);
        }

        @Test
        void may_have_a_hundred_thousand_bytes_of_which_the_log_keeps_two_thousand_characters() {
            var most = "cấm\n" + "x".repeat(Paper.LONGEST - "cấm\n".getBytes(StandardCharsets.UTF_8).length);
            assertThat(newsroom.papers.write(Paper.Name.PHRASES, most, 0, Newsroom.LAN))
                    .isEqualTo(new Done(1));

            assertThat(newsroom.log().getFirst().after().get("added"))
                    .hasSize(2_001)
                    .startsWith("cấm\n")
                    .endsWith("…");
            assertThatThrownBy(() -> newsroom.papers.write(Paper.Name.PHRASES, most + "x", 1, Newsroom.LAN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
