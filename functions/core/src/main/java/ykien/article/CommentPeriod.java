package ykien.article;

import java.time.Duration;
import java.time.Instant;

/// How long after its publication an article takes comments, where the newsroom has not said anything else of it.
///
/// @param days 0: for ever
public record CommentPeriod(int days) {
    /// Articles never close by themselves.
    public static final CommentPeriod FOR_EVER = new CommentPeriod(0);

    /// In days: as far as template.yaml goes.
    private static final int LONGEST = 9_999;

    public CommentPeriod {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("comments are taken for 0 to " + LONGEST + " days, not " + days);
        }
    }

    /// Reads the setting `COMMENTS_CLOSE_AFTER_DAYS`.
    ///
    /// @throws IllegalStateException if it is no number of days
    public static CommentPeriod parse(String days) {
        try {
            return new CommentPeriod(Integer.parseInt(days));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "COMMENTS_CLOSE_AFTER_DAYS is 0 to " + LONGEST + ", 0 for never, not: " + days, e);
        }
    }

    /// Whether it is over by now.
    public boolean isOver(Instant publishedAt, Instant now) {
        return days > 0 && !now.isBefore(publishedAt.plus(Duration.ofDays(days)));
    }
}
