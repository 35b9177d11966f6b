package ykien.captcha.picture;

/// Where a glyph goes: an affine map of its points.
record Placement(double xx, double xy, double yx, double yy, double dx, double dy) {
    /// Shears, then rotates about 0, 0.
    ///
    /// @param shear how far the top leans to the left for each unit of height
    /// @param rotation in radians, clockwise
    static Placement lean(double shear, double rotation) {
        double cos = StrictMath.cos(rotation);
        double sin = StrictMath.sin(rotation);
        return new Placement(cos, cos * shear - sin, sin, sin * shear + cos, 0, 0);
    }

    /// Makes wider and taller by two factors.
    static Placement scale(double x, double y) {
        return new Placement(x, 0, 0, y, 0, 0);
    }

    static Placement move(double x, double y) {
        return new Placement(1, 0, 0, 1, x, y);
    }

    Point of(Point point) {
        return new Point(xx * point.x() + xy * point.y() + dx, yx * point.x() + yy * point.y() + dy);
    }
}
