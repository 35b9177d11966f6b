/// The function that issues captcha challenges: as a picture with a cookie for the form, as JSON for programs.
///
/// Start at [CaptchaFunction]; how a picture is drawn is the room beside, `ykien.captcha.picture`. No table is
/// written, and only a copy of the counts is read, now and then.
@NullMarked
package ykien.captcha;

import org.jspecify.annotations.NullMarked;
