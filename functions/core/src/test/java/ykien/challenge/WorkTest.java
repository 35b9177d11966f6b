package ykien.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTest {
    private static final FormId FORM = FormId.named("contact").orElseThrow();
    private static final HexFormat HEX = HexFormat.of();

    private final Seals seals = seals("a");
    private final String seal = seal(seals);

    /// The first 32 bytes of the vectors of RFC 7914, section 11.
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
    })
    void A_key_is_PBKDF2(String password, String salt, int rounds, String key) {
        assertThat(Work.pbkdf2(password.getBytes(UTF_8), salt.getBytes(UTF_8), rounds))
                .isEqualTo(HEX.parseHex(key));
    }

    @Test
    void Is_done_by_who_has_tried_the_numbers() {
        var work = seals.work(seal);
        var found = IntStream.rangeClosed(1, Work.MOST_TRIES)
                .mapToObj(number ->
                        HEX.formatHex(Work.key(HEX.parseHex(work.nonce()), HEX.parseHex(work.salt()), number)))
                .filter(key -> key.startsWith(work.prefix()))
                .toList();

        assertThat(found).hasSize(1);
        assertThat(work.isDone(found.getFirst())).isTrue();
        assertThat(seals.work(seal).isDone(found.getFirst())).isTrue();
        assertThat(seals.work(seal(seals)).isDone(found.getFirst())).isFalse();
    }

    /// What a client is told already is half of the key.
    @Test
    void Is_not_done_by_anything_else() {
        var work = seals.work(seal);

        for (var key : new String[] {"", "0", work.prefix(), work.prefix() + "0".repeat(32), work.keySignature()}) {
            assertThat(work.isDone(key)).isFalse();
        }
    }

    @Test
    void Is_the_same_for_the_same_seal_and_another_for_each_other() {
        var all = new HashSet<String>();
        for (var i = 0; i < 50; i++) {
            all.add(told(seals.work(seal(seals))));
        }

        assertThat(all).hasSize(50);
        assertThat(told(seals.work(seal))).isEqualTo(told(seals.work(seal)));
        assertThat(told(Work.of(seal, key("b")))).isNotEqualTo(told(Work.of(seal, key("a"))));
    }

    private static String told(Work work) {
        return work.nonce() + work.salt() + work.prefix() + work.keySignature() + work.signature("{}");
    }

    private static java.security.Key key(String letter) {
        return SealKeys.parse(keys(letter)).key('1').orElseThrow();
    }

    private static Seals seals(String letter) {
        return new Seals(SealKeys.parse(keys(letter)));
    }

    private static String keys(String letter) {
        return "{\"current\":\"1\",\"1\":\"" + letter.repeat(43) + "\"}";
    }

    private static String seal(Seals seals) {
        return new Challenges(seals, Instant::now).issue(FORM, Strength.STROKES).seal();
    }
}
