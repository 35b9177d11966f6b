/// The captcha's picture: five symbols, drawn by a stroke rasteriser of our own and written as a small PNG.
///
/// Start at [CaptchaPicture]. [Glyphs] holds the symbols' shapes as text, [Lettering] sets them in [Row]s, [Finish]
/// makes them solid or hollow, [Clutter] and [Flips] draw what is in a machine's way, [Canvas] turns strokes into
/// shades, [Png] writes them. Whatever varies comes from [ykien.captcha.chance.Chance], which the challenge's secret
/// seed alone determines. Only `java.base` is used: `java.desktop` would cost more time at a cold start than the rest
/// of the function together. How machines fare with the pictures is measured in bench/captcha.
@NullMarked
package ykien.captcha.picture;

import org.jspecify.annotations.NullMarked;
