/// The function that issues captcha challenges, as a picture with a cookie for the form, as JSON for programs, and
/// tells the back ends of other forms whether one was answered rightly.
///
/// Start at [CaptchaFunction]; how a picture is drawn is the room beside, `ykien.captcha.picture`. Issuing touches no
/// table; an answer, [ValidateAnswer], puts its challenge's outcome.
@NullMarked
package ykien.captcha;

import org.jspecify.annotations.NullMarked;
