package ykien.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private final Dates dates = new Dates(ZoneId.of("Asia/Ho_Chi_Minh"));

    @ParameterizedTest
    @CsvSource({
        "2017-05-24T17:00:00Z, 25/05/2017, '00:00, 25/05/2017', 2017-05-25, 2017-05-25T00:00:00+07:00",
        "2017-05-24T16:59:59.999Z, 24/05/2017, '23:59, 24/05/2017', 2017-05-24, 2017-05-24T23:59:59+07:00",
        "2024-02-29T02:04:05Z, 29/02/2024, '09:04, 29/02/2024', 2024-02-29, 2024-02-29T09:04:05+07:00",
        "2026-12-31T17:00:00Z, 01/01/2027, '00:00, 01/01/2027', 2027-01-01, 2027-01-01T00:00:00+07:00",
    })
    void Times_are_those_of_the_newspapers_own_zone(
            Instant at, String day, String minute, String isoDay, String isoMinute) {
        assertThat(dates.day(at)).isEqualTo(day);
        assertThat(dates.minute(at)).isEqualTo(minute);
        assertThat(dates.isoDay(at)).isEqualTo(isoDay);
        assertThat(dates.isoMinute(at)).isEqualTo(isoMinute);
    }

    @Test
    void In_Greenwich_the_offset_is_Z() {
        assertThat(new Dates(ZoneId.of("UTC")).isoMinute(Instant.parse("2026-01-02T03:04:05Z")))
                .isEqualTo("2026-01-02T03:04:05Z");
    }
}
