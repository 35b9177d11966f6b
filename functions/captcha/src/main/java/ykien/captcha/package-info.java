/// The function that issues captcha challenges: as a picture with a cookie for the form, as JSON for programs.
///
/// Start at [CaptchaFunction]; how a picture is drawn is the room beside, `ykien.captcha.picture`. No table is
/// touched.
@NullMarked
package ykien.captcha;

import org.jspecify.annotations.NullMarked;
