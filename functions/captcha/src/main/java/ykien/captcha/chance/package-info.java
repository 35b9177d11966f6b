/// Chance that a secret seed determines: what varies in a picture or a sound, and is the same each time.
@NullMarked
package ykien.captcha.chance;

import org.jspecify.annotations.NullMarked;
