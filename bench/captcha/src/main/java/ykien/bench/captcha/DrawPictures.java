package ykien.bench.captcha;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Draws fresh pictures into a folder: `00000.png` and so on, and what they show, a line each, in `answers.txt`.
final class DrawPictures {
    private DrawPictures() {}

    /// Arguments: the [Kind], how many, the folder.
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var kind = Kind.valueOf(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        var folder = Files.createDirectories(Path.of(arguments[2]));
        var answers = new ArrayList<String>(count);
        var sizes = new ArrayList<Integer>(count);
        for (int number = 0; number < count; number++) {
            var picture = kind.draw();
            Files.write(folder.resolve("%05d.png".formatted(number)), picture.png());
            answers.add(picture.answer());
            sizes.add(picture.png().length);
        }
        Files.write(folder.resolve("answers.txt"), answers);
        sizes.sort(null);
        System.out.println(sizes.get(count / 2)); // the median size, in bytes
    }
}
