package ykien.captcha.picture;

import ykien.challenge.Strength;

/// Draws one picture of each strength, in a process that a test starts and looks at.
final class OnePicture {
    private OnePicture() {}

    public static void main(String[] arguments) {
        for (var strength : Strength.values()) {
            if (CaptchaPicture.draw("2AK7Y", new byte[16], strength).length == 0) {
                throw new IllegalStateException("an empty picture");
            }
            System.out.println("drew a picture of strength " + strength);
        }
    }
}
