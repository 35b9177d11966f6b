package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;

/// Reads one shape in the notation of [Glyphs].
final class GlyphPath {
    private final String text;
    private int at;

    GlyphPath(String text) {
        this.text = text;
    }

    /// The shape's strokes, each from one `M` up to the next.
    List<Stroke> strokes() {
        var strokes = new ArrayList<Stroke>();
        var points = new ArrayList<Point>();
        while (at < text.length()) {
            char command = text.charAt(at++);
            switch (command) {
                case 'M' -> {
                    addStroke(strokes, points);
                    points.add(point());
                }
                case 'L' -> Stroke.addLine(points, point());
                case 'C' -> Stroke.addCurve(points, point(), point(), point());
                case ' ' -> {}
                default -> throw new IllegalArgumentException("a path has M, L and C, not: " + command);
            }
        }
        addStroke(strokes, points);
        return strokes;
    }

    private static void addStroke(List<Stroke> strokes, List<Point> points) {
        if (!points.isEmpty()) {
            strokes.add(new Stroke(points));
            points.clear();
        }
    }

    private Point point() {
        double x = number();
        return new Point(x, number());
    }

    private int number() {
        while (text.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return Integer.parseInt(text, start, at, 10);
    }
}
