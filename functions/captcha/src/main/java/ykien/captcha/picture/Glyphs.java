package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;

/// The shapes of the 25 symbols, at least five each, some of them lower case: which of them a picture
/// shows is left to [ykien.captcha.chance.Chance].
///
/// Each line is a symbol and a shape of it. A shape is written as an SVG path of absolute commands, in a box of
/// [#WIDTH] by [#HEIGHT] units whose 0, 0 is at the top left:
/// - `M x y` lifts the pen and sets it down: a stroke begins.
/// - `L x y` draws a straight line.
/// - `C x y x y x y` draws a cubic Bezier curve: two control points, then its end.
///
/// Curves' control points lie outside the box where the curve itself touches its edge. To look at a shape, paste it
/// into the `d` of an SVG path with `fill="none" stroke="black" stroke-width="10"`.
final class Glyphs {
    static final int WIDTH = 72;
    static final int HEIGHT = 100;

    private static final String SHAPES = """
            2 M8 26 C10 -9 63 -9 60 30 C58 52 20 74 6 100 L64 100
            2 M8 30 C8 -10 62 -8 60 24 C58 44 30 78 8 96 C30 82 46 112 66 90
            2 M8 20 L22 1 L48 1 L61 18 L60 38 L6 100 L64 100
            2 M10 22 C14 -8 58 -8 58 26 C58 56 10 58 8 99 L64 99 L64 84
            2 M10 1 L60 1 L60 48 L10 48 L10 99 L62 99
            3 M8 12 C30 -10 64 2 58 28 C56 42 40 47 26 48 C44 48 66 56 62 76 C58 108 20 108 4 86
            3 M8 1 L60 1 L30 42 C56 40 68 60 62 78 C54 108 18 106 4 86
            3 M8 14 L24 1 L46 1 L58 16 L56 34 L28 48 L48 50 L63 66 L60 84 L44 100 L18 100 L4 88
            3 M6 1 L62 1 L62 99 L6 99 M22 48 L62 48
            3 M10 16 L10 2 C44 -8 66 8 58 28 C52 44 36 48 24 48 C48 46 66 58 62 78 C56 104 26 104 8 98 L8 82
            4 M48 100 L48 1 L4 68 L68 68
            4 M18 1 L8 58 L68 58 M50 26 L48 100
            4 M16 2 C6 34 4 58 12 60 C26 62 50 60 66 54 M52 22 C50 50 48 80 50 100
            4 M8 1 L8 56 L66 56 M54 1 L54 100
            4 M52 100 L52 1 L4 68 L70 68 M36 100 L68 100
            5 M60 1 L16 1 L12 44 C36 30 66 44 62 72 C58 108 20 106 4 88
            5 M60 1 L14 1 L14 46 L46 44 L62 60 L60 84 L44 100 L6 96
            5 M16 8 L10 46 C40 36 70 46 62 76 C56 102 26 104 6 96 M16 8 C34 14 46 2 62 2
            5 M62 1 L10 1 L10 48 L62 48 L62 99 L8 99
            5 M64 16 L62 1 L14 3 L12 46 C40 32 66 50 62 74 C56 106 20 104 8 98 L6 82
            6 M54 4 C20 10 4 46 6 70 C10 110 64 110 63 72 C62 42 16 42 6 70
            6 M48 0 L14 56 C-2 84 16 101 36 100 C64 98 70 62 48 54 C32 48 18 54 12 62
            6 M58 18 C46 -12 6 0 6 62 C6 112 62 112 62 74 C60 42 14 42 6 70
            6 M58 2 C30 -2 8 24 8 60 L8 84 L22 100 L50 100 L62 86 L62 68 L48 54 L24 54 L8 68
            6 M40 0 C24 22 6 46 8 74 C12 108 62 108 62 74 C60 48 24 44 10 66
            7 M6 1 L62 1 L26 100
            7 M6 1 L62 1 L26 100 M22 50 L60 50
            7 M8 20 L8 1 L64 1 C44 34 32 64 30 100
            7 M6 16 L8 1 L64 1 C56 34 30 56 26 100 M16 54 L54 54
            7 M4 6 C20 -8 44 14 66 2 L24 100
            8 M34 46 C2 42 4 0 34 0 C64 0 66 42 34 46 C-2 50 -2 100 34 100 C70 100 70 50 34 46
            8 M58 18 C52 -8 8 -4 11 22 C14 46 60 50 61 76 C62 108 6 108 7 76 C8 50 56 44 58 18
            8 M20 47 L8 34 L8 14 L22 0 L46 0 L60 14 L60 34 L48 47 L62 62 L62 86 L48 99 L20 99 L6 86 L6 62 L20 47 L48 47
            8 M10 1 L62 1 L62 99 L10 99 L10 1 M10 48 L62 48
            8 M12 8 C22 -6 50 -4 56 10 C64 34 6 60 8 82 C14 106 60 104 62 80 C60 56 2 40 12 8
            9 M61 30 C58 -10 5 -10 6 28 C8 62 56 58 61 30 L58 100
            9 M61 30 C58 -10 5 -10 6 28 C8 62 56 58 61 30 C66 66 44 98 12 100
            9 M60 32 C54 -10 4 -10 6 28 C8 62 54 60 60 32 C66 86 50 102 32 100 C20 100 12 94 8 84
            9 M62 100 L62 18 L48 1 L22 1 L10 16 L10 34 L24 48 L48 48 L62 34
            9 M60 32 C54 -10 6 -10 8 28 C10 58 52 58 60 32 C58 60 46 86 28 100
            A M4 100 L36 0 L67 100 M16 65 L57 65
            A M6 100 L6 40 C6 -14 64 -14 64 40 L64 100 M6 60 L64 60
            A M4 100 L24 1 L46 1 L66 100 M12 64 L58 64
            A M10 24 C20 -8 60 -8 60 30 L60 82 C60 96 64 101 70 98 M60 44 C28 42 4 50 6 76 C10 108 56 102 60 74
            A M10 99 L36 0 L62 99 M20 64 L53 64 M0 99 L20 99 M52 99 L72 99
            C M62 20 C42 -16 4 0 4 50 C4 102 42 114 62 82
            C M62 16 L46 0 L22 0 L6 20 L6 80 L22 100 L46 100 L62 86
            C M60 0 L61 24 C52 -8 4 -10 4 50 C4 110 50 108 64 82
            C M62 32 L62 2 M62 22 C46 -14 6 -8 6 50 C6 108 48 112 64 78
            C M64 10 C40 -12 8 6 8 34 L8 68 C8 96 40 110 64 90
            D M8 1 L8 99 C84 106 84 -6 8 1
            D M10 0 L10 100 L40 100 L62 76 L62 24 L40 0 L10 0
            D M0 1 L28 1 C78 4 78 96 28 99 L0 99 M14 1 L14 99
            D M60 0 L60 100 M60 64 C52 34 8 34 8 70 C8 108 54 106 60 78
            D M10 1 L42 1 C68 6 68 94 42 99 L10 99 L10 1
            E M60 1 L8 1 L8 99 L62 99 M8 48 L50 48
            E M60 12 C44 -8 6 -2 10 26 C12 44 28 48 44 48 C20 48 2 58 6 76 C10 108 48 106 64 88
            E M62 0 L26 0 C12 0 6 12 6 26 L6 74 C6 90 12 100 26 100 L64 100 M6 50 L50 50
            E M8 54 L62 50 C62 -14 6 -12 6 50 C6 110 48 112 64 84
            E M62 16 L62 1 L4 1 M14 1 L14 99 M4 99 L64 99 L64 84 M14 48 L46 48 M46 38 L46 58
            F M62 1 L8 1 L8 100 M8 48 L50 48
            F M64 0 L28 0 C14 0 8 12 8 26 L8 100 M8 50 L52 50
            F M66 2 C48 12 30 -6 6 4 M18 2 C14 40 16 70 12 100 M16 48 C30 54 40 42 54 46
            F M66 14 C60 -8 34 -4 34 26 L34 100 M10 42 L58 42
            F M64 18 L64 1 L2 1 M14 1 L14 100 M2 100 L28 100 M14 48 L46 48 M46 37 L46 60
            H M8 0 L8 100 M62 0 L62 100 M8 50 L62 50
            H M4 0 C13 30 13 70 4 100 M66 0 C57 30 57 70 66 100 M11 50 L59 50
            H M10 0 C4 30 12 70 6 100 M62 0 C56 30 66 70 60 100 M8 54 C28 44 42 56 62 46
            H M10 0 L10 100 M10 62 C20 34 60 32 60 64 L60 100
            H M14 0 L14 100 M58 0 L58 100 M14 50 L58 50 M2 0 L26 0 M46 0 L70 0 M2 100 L26 100 M46 100 L70 100
            J M52 0 L52 70 C52 110 8 110 6 74
            J M22 1 L66 1 M50 1 L50 72 C48 110 8 108 6 76
            J M56 0 C54 50 54 78 44 90 C32 106 14 102 6 80
            J M14 16 C24 -8 52 4 64 1 C56 30 62 60 56 80 C48 108 12 106 8 80
            J M30 1 L72 1 M52 1 L52 86 L40 99 L18 99 L8 88 L8 72
            K M8 0 L8 100 M60 0 L8 58 M27 38 L64 100
            K M8 0 L8 100 M60 1 C50 38 28 48 8 50 C34 52 54 64 64 99
            K M8 0 L8 100 M60 0 L24 50 L64 100 M8 50 L24 50
            K M10 0 L10 100 M56 34 L10 66 M28 54 L62 100
            K M12 0 L12 100 M0 0 L24 0 M0 100 L24 100 M64 0 L12 60 M30 40 L60 100 M50 100 L72 100
            M M4 100 L8 0 L36 62 L64 0 L68 100
            M M3 100 L3 26 C3 -8 36 -8 36 28 L36 96 M36 28 C36 -8 70 -8 70 26 L70 100
            M M0 100 L14 0 L36 58 L58 0 L72 100
            M M6 100 L6 0 L36 42 L66 0 L66 100
            M M10 100 L10 0 L36 72 L62 0 L62 100 M0 100 L20 100 M52 100 L72 100
            N M8 100 L8 0 L62 100 L62 0
            N M6 100 L10 0 C24 46 40 76 60 99 L64 0
            N M0 1 L12 1 L58 99 L58 1 M12 1 L12 100 M46 1 L72 1
            N M8 100 L8 0 C20 40 50 60 62 100 L62 0
            N M6 100 L6 0 L20 0 L50 100 L64 100 L64 0
            P M8 100 L8 1 C76 -10 76 62 8 55
            P M8 100 L8 0 L48 0 L62 14 L62 40 L48 55 L8 55
            P M14 100 L14 4 M0 12 C36 -16 66 2 61 32 C58 58 30 62 14 54
            P M12 100 L12 0 M12 6 C70 -14 78 64 12 56 M0 100 L26 100
            P M10 100 L10 1 L62 1 L62 54 L10 54
            R M8 100 L8 1 C76 -10 76 58 8 52 M30 53 L66 100
            R M8 100 L8 0 L48 0 L60 14 L60 38 L48 52 L8 52 M34 52 L66 100
            R M14 100 L14 4 M0 12 C36 -14 66 0 61 28 C58 50 34 54 16 52 C46 52 46 96 70 98
            R M10 100 L10 1 L60 1 L60 50 L10 50 M32 50 L66 100
            R M12 100 L12 1 M12 4 C72 -14 76 58 12 52 M34 53 C54 58 50 98 72 98 M0 100 L26 100
            T M2 1 L68 1 M35 1 L35 100
            T M4 20 L4 1 L66 1 L66 20 M35 1 L35 100
            T M2 4 C24 -5 46 10 68 1 M36 3 C32 40 34 70 38 100
            T M36 0 L36 76 C36 104 56 104 66 90 M10 30 L60 30
            T M4 18 L4 1 L68 1 L68 18 M36 1 L36 100 M20 100 L52 100
            U M8 0 L8 62 C8 113 62 113 62 62 L62 0
            U M8 0 L8 84 L22 100 L48 100 L62 84 L62 0
            U M2 2 C16 2 12 30 10 56 C6 114 64 114 60 56 C58 30 54 2 68 2
            U M10 0 L10 66 C10 110 56 108 62 66 M62 0 L62 100
            U M12 0 L12 64 C12 113 60 113 60 64 L60 0 M0 1 L24 1 M48 1 L72 1
            W M2 0 L18 100 L36 30 L54 100 L70 0
            W M3 0 L3 70 C3 110 36 110 36 70 L36 20 M36 70 C36 110 70 110 70 70 L70 0
            W M0 0 L22 100 L44 14 M28 14 L50 100 L72 0
            W M2 0 C4 40 8 101 18 100 C30 100 34 50 36 20 C38 50 42 100 54 100 C64 101 68 40 70 0
            W M4 0 L4 99 L68 99 L68 0 M36 34 L36 99
            X M6 0 L64 100 M64 0 L6 100
            X M4 2 C48 10 48 90 4 98 M66 2 C22 10 22 90 66 98
            X M6 4 C24 -6 26 30 34 48 C44 72 50 106 66 94 M64 0 L6 100
            X M10 0 L62 100 M62 0 L10 100 M0 0 L20 0 M52 0 L72 0 M0 100 L20 100 M52 100 L72 100
            X M8 0 C8 60 64 40 64 100 M64 0 C64 60 8 40 8 100
            Y M4 0 L36 50 L67 0 M36 50 L36 100
            Y M6 0 C6 66 66 66 66 0 M36 50 L36 100
            Y M2 6 C22 -2 30 18 36 50 C42 18 50 -2 70 6 M36 50 L34 100
            Y M8 0 L8 30 C8 66 62 62 62 30 M62 0 L62 70 C62 110 22 106 12 90
            Y M6 0 L36 52 L66 0 M36 52 L36 100 M20 100 L52 100 M0 0 L16 0 M56 0 L72 0
            """;

    private Glyphs() {}

    /// The paths of a symbol's shapes, for [Glyph#of].
    ///
    /// @throws IllegalArgumentException if the symbol has no shape; the message does not name it
    static List<String> of(char symbol) {
        var paths = new ArrayList<String>();
        int start = 0;
        while (start < SHAPES.length()) {
            int end = SHAPES.indexOf('\n', start);
            if (SHAPES.charAt(start) == symbol) {
                paths.add(SHAPES.substring(start + 2, end));
            }
            start = end + 1;
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("a picture shows 23456789ACDEFHJKMNPRTUWXY alone");
        }
        return paths;
    }
}
