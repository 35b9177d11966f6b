package ykien.captcha.picture;

/// Paper that strokes are drawn on, smooth at their edges: how much ink each pixel holds, from 0 to 1.
final class Canvas {
    private final int width;
    private final int height;
    private final float[] ink;

    /// Clean paper.
    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// How much ink a pixel holds: 0 none, 1 all that it can.
    float ink(int x, int y) {
        return ink[y * width + x];
    }

    /// Inks a stroke with round ends and joints. What lies beyond the paper is lost.
    void draw(Stroke stroke, Pen pen) {
        paint(stroke, pen, true);
    }

    /// Takes the ink away along a stroke.
    void cut(Stroke stroke, Pen pen) {
        paint(stroke, pen, false);
    }

    /// Lets ink and paper change places wherever another canvas of the same size has ink.
    void flip(Canvas other) {
        for (int pixel = 0; pixel < ink.length; pixel++) {
            ink[pixel] += other.ink[pixel] * (1 - 2 * ink[pixel]);
        }
    }

    /// Lets ink and paper change places in a row.
    ///
    /// @param from the x from which on they do, to the right end of the row
    void flip(int row, double from) {
        int first = (int) Math.clamp(Math.floor(from), 0, width);
        if (first < width) {
            float part = (float) Math.min(first + 1 - from, 1);
            ink[row * width + first] += part * (1 - 2 * ink[row * width + first]);
        }
        for (int pixel = row * width + first + 1; pixel < (row + 1) * width; pixel++) {
            ink[pixel] = 1 - ink[pixel];
        }
    }

    private void paint(Stroke stroke, Pen pen, boolean inking) {
        var points = stroke.points();
        int pieces = points.size() - 1;
        double radius = pen.radius(0);
        for (int piece = 0; piece < pieces; piece++) {
            double next = pen.radius((piece + 1.0) / pieces);
            paint(points.get(piece), points.get(piece + 1), radius, next, inking);
            radius = next;
        }
    }

    /// Paints a straight piece. A pixel is covered by as much of it as its middle lies within the piece's radius
    /// there, plus half a pixel: exact enough for the eye, and no pixel needs samples.
    private void paint(Point from, Point to, double fromRadius, double toRadius, boolean inking) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double perSquare = 1 / Math.max(dx * dx + dy * dy, 1e-9);
        double reach = Math.max(fromRadius, toRadius) + 0.5;
        int left = Math.max(0, (int) Math.floor(Math.min(from.x(), to.x()) - reach));
        int right = Math.min(width - 1, (int) Math.ceil(Math.max(from.x(), to.x()) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(from.y(), to.y()) - reach));
        int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(from.y(), to.y()) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - from.x();
                double py = y + 0.5 - from.y();
                double part = Math.clamp((px * dx + py * dy) * perSquare, 0.0, 1.0);
                double awayX = px - part * dx;
                double awayY = py - part * dy;
                double away = awayX * awayX + awayY * awayY;
                if (away < reach * reach) {
                    double radius = fromRadius + (toRadius - fromRadius) * part;
                    cover(y * width + x, radius + 0.5 - Math.sqrt(away), inking);
                }
            }
        }
    }

    private void cover(int pixel, double part, boolean inking) {
        float covered = (float) Math.clamp(part, 0.0, 1.0);
        ink[pixel] = inking ? Math.max(ink[pixel], covered) : Math.min(ink[pixel], 1 - covered);
    }
}
