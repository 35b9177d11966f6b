package ykien.captcha;

import ykien.challenge.SealKeys;
import ykien.challenge.Strength;
import ykien.http.Site;
import ykien.settings.Environment;

/// What the captcha function is told from outside.
public record CaptchaSettings(Site site, SealKeys keys, Strength strength) {
    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static CaptchaSettings from(Environment environment) {
        return new CaptchaSettings(
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                SealKeys.parse(environment.required("CAPTCHA_KEYS")),
                Strength.parse(environment.required("CAPTCHA_STRENGTH")));
    }
}
