/// The function that issues captcha challenges: as a picture or a sound with a cookie for the form, as JSON for
/// programs.
///
/// Start at [CaptchaFunction]; how a picture is drawn and a sound is mixed are the rooms beside:
/// `ykien.captcha.picture` and `ykien.captcha.sound`. No table is touched.
@NullMarked
package ykien.captcha;

import org.jspecify.annotations.NullMarked;
