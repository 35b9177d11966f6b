package ykien.bench.captcha;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import javax.imageio.ImageIO;
import net.logicsquad.nanocaptcha.image.ImageCaptcha;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.Strength;

/// A kind of captcha picture.
enum Kind {
    /// Ours, as everybody gets it in quiet times.
    STROKES {
        @Override
        Picture draw() {
            return ours(Strength.STROKES);
        }
    },

    /// Ours, as everybody gets it under attack.
    FULL {
        @Override
        Picture draw() {
            return ours(Strength.FULL);
        }
    },

    /// What nanocaptcha draws when it is asked for nothing in particular: the attacks' control.
    NANOCAPTCHA {
        @Override
        Picture draw() {
            var captcha = ImageCaptcha.create();
            var png = new ByteArrayOutputStream();
            try {
                ImageIO.write(captcha.getImage(), "png", png);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Picture(captcha.getContent(), png.toByteArray());
        }
    };

    private static final String SYMBOLS = "23456789ACDEFHJKMNPRTUWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A picture and what it shows.
    @SuppressWarnings("ArrayRecordComponent") // handed on to a file, never compared
    record Picture(String answer, byte[] png) {}

    /// Draws one that has never been drawn before.
    abstract Picture draw();

    /// Makes the source of randomness ready, whose first number takes as long as a picture.
    static void drawRandomNumbers() {
        RANDOM.nextInt();
    }

    private static Picture ours(Strength strength) {
        var symbols = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            symbols.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
        }
        var seed = new byte[16];
        RANDOM.nextBytes(seed);
        return new Picture(symbols.toString(), CaptchaPicture.draw(symbols.toString(), seed, strength));
    }
}
