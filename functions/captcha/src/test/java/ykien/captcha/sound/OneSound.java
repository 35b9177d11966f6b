package ykien.captcha.sound;

/// Says one challenge in each language, in a process that a test starts and looks at.
final class OneSound {
    private OneSound() {}

    public static void main(String[] arguments) {
        for (var language : Language.values()) {
            if (CaptchaSound.speak("012345", language, new byte[12]).length == 0) {
                throw new IllegalStateException("an empty sound");
            }
        }
        System.out.println("said it all");
    }
}
