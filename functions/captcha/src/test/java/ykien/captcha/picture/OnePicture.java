package ykien.captcha.picture;

/// Draws one picture, in a process that a test starts and looks at.
final class OnePicture {
    private OnePicture() {}

    public static void main(String[] arguments) {
        if (CaptchaPicture.draw("2AK7Y", new byte[16]).length == 0) {
            throw new IllegalStateException("an empty picture");
        }
        System.out.println("drew a picture");
    }
}
