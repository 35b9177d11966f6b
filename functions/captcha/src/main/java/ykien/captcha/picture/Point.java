package ykien.captcha.picture;

/// A place: x grows to the right, y downwards.
record Point(double x, double y) {
    /// The place that lies a part of the way from here to another.
    ///
    /// @param part 0 here, 1 there
    Point towards(Point other, double part) {
        return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
    }
}
