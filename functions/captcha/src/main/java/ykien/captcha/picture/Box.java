package ykien.captcha.picture;

import java.util.List;

/// The smallest upright box that holds the middle of every stroke of a glyph.
record Box(double left, double top, double right, double bottom) {
    static Box around(List<Stroke> strokes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (var stroke : strokes) {
            for (var point : stroke.points()) {
                left = Math.min(left, point.x());
                top = Math.min(top, point.y());
                right = Math.max(right, point.x());
                bottom = Math.max(bottom, point.y());
            }
        }
        return new Box(left, top, right, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }
}
