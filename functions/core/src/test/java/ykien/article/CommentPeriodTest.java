package ykien.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentPeriodTest {
    private static final Instant PUBLISHED = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void It_is_over_to_the_millisecond() {
        var week = CommentPeriod.parse("7");
        var end = PUBLISHED.plus(Duration.ofDays(7));

        assertThat(week.isOver(PUBLISHED, end.minusMillis(1))).isFalse();
        assertThat(week.isOver(PUBLISHED, end)).isTrue();
    }

    @Test
    void Zero_is_never_over() {
        assertThat(CommentPeriod.parse("0")).isEqualTo(CommentPeriod.FOR_EVER);
        assertThat(CommentPeriod.FOR_EVER.isOver(PUBLISHED, Instant.parse("9999-01-01T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "10000", "7 days", "1.5", "99999999999"})
    void What_is_no_number_of_days_is_refused_by_its_name(String days) {
        assertThatThrownBy(() -> CommentPeriod.parse(days))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("COMMENTS_CLOSE_AFTER_DAYS")
                .hasMessageContaining(days);
    }
}
