package ykien.captcha;

import ykien.challenge.SealKeys;
import ykien.challenge.Strength;
import ykien.http.Site;
import ykien.settings.Environment;

/// What the captcha function is told from outside.
///
/// @param dynamoDbEndpoint empty text for AWS's own
public record CaptchaSettings(
        String captchasTable, Site site, SealKeys keys, Strength strength, String dynamoDbEndpoint) {
    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static CaptchaSettings from(Environment environment) {
        return new CaptchaSettings(
                environment.required("CAPTCHAS_TABLE"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                SealKeys.parse(environment.required("CAPTCHA_KEYS")),
                Strength.parse(environment.required("CAPTCHA_STRENGTH")),
                environment.text("DYNAMODB_ENDPOINT"));
    }
}
