/// What the attacks on the captcha are run on: fresh pictures of ours and of an AWT captcha, and how long each takes.
///
/// Start at [DrawPictures]; bench/captcha/run starts it, and [TimePictures]. None of this is in a function.
@NullMarked
package ykien.bench.captcha;

import org.jspecify.annotations.NullMarked;
