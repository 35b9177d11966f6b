/// How a challenge's sound is mixed, from clips that functions/captcha/sounds/make has made, with nothing but
/// `java.base`.
///
/// Start at [CaptchaSound]: it lays the digits, each by a [Speaker], over the [Babble] on a [Track], and [Wav]
/// writes that down. Every step asks [ykien.captcha.chance.Chance].
@NullMarked
package ykien.captcha.sound;

import org.jspecify.annotations.NullMarked;
