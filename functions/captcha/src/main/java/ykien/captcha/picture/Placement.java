package ykien.captcha.picture;

/// Where a glyph stands and how it leans: an affine map from the glyph's box to the picture.
record Placement(double xx, double xy, double yx, double yy, double dx, double dy) {
    /// Scales, then shears, then rotates about the middle of the glyph's box, which comes to lie at 0, 0.
    ///
    /// @param shear how far the top leans to the left for each unit of height
    /// @param rotation in radians, clockwise
    static Placement of(double scaleX, double scaleY, double shear, double rotation) {
        double cos = StrictMath.cos(rotation);
        double sin = StrictMath.sin(rotation);
        double xx = cos * scaleX;
        double xy = (cos * shear - sin) * scaleY;
        double yx = sin * scaleX;
        double yy = (sin * shear + cos) * scaleY;
        double middleX = Glyphs.WIDTH / 2.0;
        double middleY = Glyphs.HEIGHT / 2.0;
        return new Placement(xx, xy, yx, yy, -xx * middleX - xy * middleY, -yx * middleX - yy * middleY);
    }

    /// The same, moved.
    Placement moved(double x, double y) {
        return new Placement(xx, xy, yx, yy, dx + x, dy + y);
    }

    Point of(Point point) {
        return new Point(xx * point.x() + xy * point.y() + dx, yx * point.x() + yy * point.y() + dy);
    }
}
