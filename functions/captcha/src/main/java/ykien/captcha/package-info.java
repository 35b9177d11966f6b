/// The function that issues captcha challenges, as a picture or a sound with a cookie for the form, as JSON for
/// programs, and tells the back ends of other forms whether one was answered rightly.
///
/// Start at [CaptchaFunction]; how a picture is drawn and a sound is mixed are the rooms beside,
/// `ykien.captcha.picture` and `ykien.captcha.sound`. Issuing writes to no table, and reads a copy of the counts now
/// and then; an answer, [ValidateAnswer], puts its challenge's outcome.
@NullMarked
package ykien.captcha;

import org.jspecify.annotations.NullMarked;
