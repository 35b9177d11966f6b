package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;

/// One movement of the pen, as a chain of straight pieces short enough to be bent.
record Stroke(List<Point> points) {
    private static final int PIECES = 12;

    Stroke {
        points = List.copyOf(points);
    }

    /// A cubic Bezier curve.
    static Stroke curve(Point from, Point leave, Point arrive, Point to) {
        var points = new ArrayList<Point>(PIECES + 1);
        points.add(from);
        addCurve(points, leave, arrive, to);
        return new Stroke(points);
    }

    /// Goes on from the last of the points by a straight line.
    static void addLine(List<Point> points, Point to) {
        var from = points.getLast();
        for (int piece = 1; piece <= PIECES / 2; piece++) {
            points.add(from.towards(to, 2.0 * piece / PIECES));
        }
    }

    /// Goes on from the last of the points by a cubic Bezier curve (de Casteljau).
    static void addCurve(List<Point> points, Point leave, Point arrive, Point to) {
        var from = points.getLast();
        for (int piece = 1; piece <= PIECES; piece++) {
            double part = (double) piece / PIECES;
            var middle = leave.towards(arrive, part);
            var first = from.towards(leave, part).towards(middle, part);
            var second = middle.towards(arrive.towards(to, part), part);
            points.add(first.towards(second, part));
        }
    }

    Stroke placed(Placement placement) {
        var placed = new ArrayList<Point>(points.size());
        for (var point : points) {
            placed.add(placement.of(point));
        }
        return new Stroke(placed);
    }

    Stroke bent(Wave wave) {
        var bent = new ArrayList<Point>(points.size());
        for (var point : points) {
            bent.add(wave.of(point));
        }
        return new Stroke(bent);
    }
}
