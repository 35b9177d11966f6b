package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;

class SealsTest {
    private static final FormId FORM = FormId.under(new Slug("mua-he"));
    private static final String FIRST = "a".repeat(43);
    private static final String SECOND = "b".repeat(43);

    private final Seals seals = seals("{\"current\":\"1\",\"1\":\"" + FIRST + "\"}");

    @Nested
    class A_seal {
        @Test
        void opens_to_what_was_sealed() {
            var random = new Random(1);
            for (var i = 0; i < 2_000; i++) {
                var challenge = challenge(random);
                assertThat(seals.open(seals.seal(challenge, FORM), FORM)).contains(challenge);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL, 0x1_0000_0000L, 0x7F_FFFF_FFFFL})
        void holds_any_time_of_issue(long seconds) {
            var challenge = new Challenge(
                    new ChallengeId(new byte[12]),
                    Instant.ofEpochSecond(seconds),
                    Strength.STROKES,
                    Answer.ofNumber(0),
                    SpokenAnswer.ofNumber(0));

            assertThat(seals.open(seals.seal(challenge, FORM), FORM)).contains(challenge);
        }

        @Test
        void is_74_characters_that_need_no_escape_in_an_address_or_a_cookie() {
            var random = new Random(2);
            for (var i = 0; i < 500; i++) {
                assertThat(seals.seal(challenge(random), FORM))
                        .hasSize(Seals.LENGTH)
                        .matches("[0-9A-Za-z_-]{74}");
            }
        }

        @Test
        void is_another_each_time_though_the_challenge_is_the_same() {
            var challenge = challenge(new Random(3));
            var all = new HashSet<String>();
            for (var i = 0; i < 1_000; i++) {
                all.add(seals.seal(challenge, FORM));
            }

            assertThat(all).hasSize(1_000);
        }

        @Test
        void does_not_open_with_any_single_bit_changed() {
            var bytes = Base64.getUrlDecoder().decode(seals.seal(challenge(new Random(4)), FORM));

            assertThat(IntStream.range(0, bytes.length * 8)).allSatisfy(bit -> {
                var changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(seals.open(text(changed), FORM)).isEmpty();
            });
        }

        @Test
        void has_one_spelling() {
            var seal = seals.seal(challenge(new Random(5)), FORM);
            var start = seal.substring(0, seal.length() - 1);

            assertThat("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123457489-_"
                            .chars()
                            .filter(last ->
                                    seals.open(start + (char) last, FORM).isPresent()))
                    .hasSize(1);
        }

        @Test
        void does_not_open_for_another_form() {
            var seal = seals.seal(challenge(new Random(6)), FORM);

            assertThat(seals.open(seal, FormId.under(new Slug("mua-he-2")))).isEmpty();
            assertThat(seals.open(seal, FormId.under(new Slug("mua")))).isEmpty();
            assertThat(seals.open(seal, FormId.named("mua-he").orElseThrow())).isEmpty();
            assertThat(seals.open(seal, FORM.withWork())).isEmpty();
            assertThat(seals.open(seals.seal(challenge(new Random(6)), FORM.withWork()), FORM))
                    .isEmpty();
        }

        @Test
        void of_another_site_does_not_open() {
            var elsewhere = seals("{\"current\":\"1\",\"1\":\"" + SECOND + "\"}");

            assertThat(seals.open(elsewhere.seal(challenge(new Random(7)), FORM), FORM))
                    .isEmpty();
        }
    }

    @Nested
    class Any_other_text {
        @ParameterizedTest
        @ValueSource(strings = {"", "A", "=", "\u0000", "ấ", "\uD800", "../../etc/passwd"})
        void does_not_open(String text) {
            assertThat(seals.open(text, FORM)).isEmpty();
            assertThat(seals.open(text.repeat(74).substring(0, Math.min(74, text.length() * 74)), FORM))
                    .isEmpty();
        }

        @Test
        void of_the_right_length_does_not_open() {
            var random = new Random(8);
            for (var i = 0; i < 5_000; i++) {
                var bytes = new byte[55];
                random.nextBytes(bytes);
                bytes[0] = '1';
                assertThat(seals.open(text(bytes), FORM)).isEmpty();
                assertThat(seals.open(
                                random.ints(74, 0, 0x110000)
                                        .collect(
                                                StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                                        .toString(),
                                FORM))
                        .isEmpty();
            }
        }
    }

    /// The three steps of docs/deploying.md: the new key becomes known, then current, then the old one goes.
    @Nested
    class A_rotation_of_the_keys {
        private final Seals before = seals;
        private final Seals known = seals("{\"current\":\"1\",\"1\":\"" + FIRST + "\",\"2\":\"" + SECOND + "\"}");
        private final Seals current = seals("{\"current\":\"2\",\"1\":\"" + FIRST + "\",\"2\":\"" + SECOND + "\"}");
        private final Seals after = seals("{\"current\":\"2\",\"2\":\"" + SECOND + "\"}");
        private final Challenge challenge = challenge(new Random(9));

        @Test
        void leaves_every_seal_valid_while_two_neighbouring_steps_are_live_at_once() {
            assertThat(known.open(before.seal(challenge, FORM), FORM)).contains(challenge);
            assertThat(before.open(known.seal(challenge, FORM), FORM)).contains(challenge);
            assertThat(current.open(known.seal(challenge, FORM), FORM)).contains(challenge);
            assertThat(known.open(current.seal(challenge, FORM), FORM)).contains(challenge);
            assertThat(after.open(current.seal(challenge, FORM), FORM)).contains(challenge);
            assertThat(current.open(after.seal(challenge, FORM), FORM)).contains(challenge);
        }

        @Test
        void ends_the_old_keys_seals_with_the_old_key() {
            assertThat(after.open(before.seal(challenge, FORM), FORM)).isEmpty();
            assertThat(after.open(known.seal(challenge, FORM), FORM)).isEmpty();
        }

        @Test
        void does_not_let_one_key_pass_for_another() {
            var bytes = Base64.getUrlDecoder().decode(before.seal(challenge, FORM));
            bytes[0] = '2';
            var sameKeyTwice = seals("{\"current\":\"1\",\"1\":\"" + FIRST + "\",\"2\":\"" + FIRST + "\"}");

            assertThat(sameKeyTwice.open(text(bytes), FORM)).isEmpty();
        }
    }

    @Nested
    class An_issued_challenge {
        @Test
        void is_of_this_second_and_another_each_time() {
            var clock = InstantSource.fixed(Instant.parse("2026-11-23T02:14:00.999Z"));
            var challenges = new Challenges(seals, clock);
            var one = challenges.issue(FORM, Strength.FULL);
            var other = challenges.issue(FORM, Strength.FULL);

            assertThat(one.challenge().issuedAt()).isEqualTo("2026-11-23T02:14:00Z");
            assertThat(one.challenge().expiresAt()).isEqualTo("2026-11-23T02:34:00Z");
            assertThat(one.challenge().strength()).isEqualTo(Strength.FULL);
            assertThat(one.challenge().id()).isNotEqualTo(other.challenge().id());
            assertThat(seals.open(one.seal(), FORM)).contains(one.challenge());
        }

        @Test
        void prints_nothing_of_itself() {
            var issued = new Challenges(seals, InstantSource.system()).issue(FORM, Strength.STROKES);

            assertThat(issued.toString() + issued.challenge())
                    .doesNotContain(issued.seal())
                    .doesNotContain(issued.challenge().answer().symbols())
                    .doesNotContain(issued.challenge().spoken().digits())
                    .doesNotContain(issued.challenge().id().hex());
        }
    }

    private static Challenge challenge(Random random) {
        var id = new byte[ChallengeId.LENGTH];
        random.nextBytes(id);
        return new Challenge(
                new ChallengeId(id),
                Instant.ofEpochSecond(random.nextLong(1L << 39)),
                Strength.ofNumber(random.nextInt(2)),
                random.nextBoolean(),
                Answer.ofNumber(random.nextInt(9_765_625)),
                SpokenAnswer.ofNumber(random.nextInt(1_000_000)));
    }

    private static Seals seals(String keys) {
        return new Seals(SealKeys.parse(keys));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
