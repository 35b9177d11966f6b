package ykien.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Times as the paper prints them, in its own time zone. Put together by hand: a formatter's pattern would cost
/// classes at a cold start.
public record Dates(ZoneId zone) {
    /// `25/05/2017`.
    public String day(Instant at) {
        var date = in(at);
        return two(date.getDayOfMonth()) + "/" + two(date.getMonthValue()) + "/" + date.getYear();
    }

    /// `2017-05-25`, for `datetime`.
    public String isoDay(Instant at) {
        return in(at).toLocalDate().toString();
    }

    /// `09:14, 25/05/2017`.
    public String minute(Instant at) {
        var time = in(at);
        return two(time.getHour()) + ":" + two(time.getMinute()) + ", " + day(at);
    }

    /// `2017-05-25T09:14:00+07:00`, for `datetime` and JSON.
    public String isoMinute(Instant at) {
        var time = in(at.truncatedTo(ChronoUnit.SECONDS));
        return time.toLocalDate() + "T" + two(time.getHour()) + ":" + two(time.getMinute()) + ":"
                + two(time.getSecond()) + time.getOffset();
    }

    private ZonedDateTime in(Instant at) {
        return at.atZone(zone);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
