package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private final Challenge challenge = new Challenge(
            new ChallengeId(new byte[ChallengeId.LENGTH]),
            Instant.parse("2026-11-23T02:14:00Z"),
            Strength.STROKES,
            new Answer("AD258"),
            new SpokenAnswer("120045"));

    @Test
    void is_answered_by_what_its_picture_shows() {
        assertThat(challenge.answeredBy("ad258")).contains(Medium.PICTURE);
    }

    @Test
    void is_answered_by_what_its_sound_says() {
        assertThat(challenge.answeredBy("120 045")).contains(Medium.SOUND);
    }

    @Test
    void is_not_answered_by_anything_else() {
        assertThat(challenge.answeredBy("AD25812")).isEmpty();
        assertThat(challenge.answeredBy("AD258120045")).isEmpty();
        assertThat(challenge.answeredBy("")).isEmpty();
    }

    @Test
    void lives_for_twenty_minutes_and_not_a_second_longer() {
        assertThat(challenge.expiresAt()).isEqualTo("2026-11-23T02:34:00Z");
        assertThat(challenge.isExpired(Instant.parse("2026-11-23T02:33:59Z"))).isFalse();
        assertThat(challenge.isExpired(Instant.parse("2026-11-23T02:34:00Z"))).isTrue();
    }

    @Test
    void asks_for_no_work_unless_it_was_issued_so() {
        var seals = new Seals(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(43) + "\"}"));
        var challenges = new Challenges(seals, challenge::issuedAt);
        var form = FormId.named("contact").orElseThrow();

        assertThat(challenge.asksForWork()).isFalse();
        assertThat(challenges.issue(form, Strength.FULL).challenge().asksForWork())
                .isFalse();
        assertThat(challenges.issue(form, Strength.FULL, true).challenge().asksForWork())
                .isTrue();
    }
}
