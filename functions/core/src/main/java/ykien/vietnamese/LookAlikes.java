package ykien.vietnamese;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Letters that are drawn like one of a-z and that no normal form of Unicode leads back to it. A choice of ours, not
/// all of Unicode's confusables (UTS 39): those that a reader takes for a Latin letter in running text.
final class LookAlikes {
    /// What a letter looks like.
    record Letter(int base, Marks marks, Guise guise) {}

    private static final Map<Integer, Letter> LETTERS = new HashMap<>(512);

    private LookAlikes() {}

    static {
        latin();
        foreign();
        framed();
    }

    private static void latin() {
        for (var stroke : "ĐđÐðƉɖ".toCharArray()) { // eth and African D: old fonts and keyboards have them for đ
            LETTERS.put((int) stroke, new Letter('d', Marks.STROKE, Guise.PLAIN));
        }
        for (var row : List.of(
                "lŁł", "oØø", "hĦħ", "tŦŧ", "iƗɨ", "uɄʉ", "eɆɇ", "aȺⱥ", "cȻȼ", "bɃƀ", "gǤǥ", "yɎɏ", "zƵƶ", "rɌɍ")) {
            put(row, Marks.STRANGE, Guise.PLAIN);
        }
        put("iı", Marks.NONE, Guise.PLAIN);
        for (var row : List.of(
                "aɑᴀ", "bʙ", "cᴄ", "dᴅ", "eᴇ", "fꜰƒ", "gɡɢ", "hʜ", "iɪɩ", "jᴊ", "kᴋ", "lʟ", "mᴍ", "nɴ", "oᴏɵ", "pᴘ",
                "qꞯ", "rʀ", "sꜱ", "tᴛ", "uᴜ", "vᴠʋ", "wᴡ", "yʏ", "zᴢ")) {
            put(row, Marks.NONE, Guise.STYLED);
        }
    }

    private static void foreign() {
        for (var row : List.of( // Cyrillic
                "aАа", "bВЬ", "cСс", "dԀԁ", "eЕе", "fҒғ", "gԌ", "hНнҺһ", "iІі", "jЈј", "kКк", "lӀӏ", "mМм", "nПп",
                "oОо", "pРр", "qԚԛ", "rГг", "sЅѕ", "tТт", "uЏџЦц", "vѴѵ", "wԜԝШш", "xХх", "yУуҮү")) {
            put(row, Marks.NONE, Guise.FOREIGN);
        }
        for (var row : List.of( // Greek
                "aΑα", "bΒβ", "eΕε", "hΗ", "iΙι", "kΚκ", "mΜ", "nΝη", "oΟοσ", "pΡρ", "tΤτ", "uυ", "vν", "wω", "xΧχ",
                "yΥγ", "zΖ")) {
            put(row, Marks.NONE, Guise.FOREIGN);
        }
        for (var row : List.of( // Armenian, Cherokee
                "hհ", "nոռ", "oՕօ", "uՍս", "gց", "qզ", "sՏ", "aᎪ", "bᏴ", "cᏟ", "dᎠ", "eᎬ", "gᏀ", "hᎻ", "iᎥ", "jᎫ", "kᏦ",
                "lᏞ", "mᎷ", "pᏢ", "rᎡᏒ", "sᏚ", "tᎢ", "vᏙ", "wᎳᏔ", "yᎩ", "zᏃ")) {
            put(row, Marks.NONE, Guise.FOREIGN);
        }
    }

    /// Letters in boxes and circles, A to Z in each of these alphabets.
    private static void framed() {
        for (var i = 0; i < 26; i++) {
            for (var alphabet : new int[] {0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6, 0x249C}) {
                LETTERS.put(alphabet + i, new Letter('a' + i, Marks.NONE, Guise.STYLED));
            }
        }
    }

    /// @param row the letter of a-z, then those that look like it
    private static void put(String row, Marks marks, Guise guise) {
        row.substring(1).chars().forEach(c -> LETTERS.put(c, new Letter(row.charAt(0), marks, guise)));
    }

    /// The letter that this character is taken for, if it is in here.
    static Optional<Letter> of(int character) {
        return Optional.ofNullable(LETTERS.get(character));
    }
}
