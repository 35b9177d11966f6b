package ykien.captcha;

import java.time.InstantSource;
import ykien.challenge.KeyedHash;
import ykien.challenge.SealKeys;
import ykien.challenge.Strength;
import ykien.http.Edge;
import ykien.http.Site;
import ykien.limit.Counters;
import ykien.limit.Demand;
import ykien.limit.Quotas;
import ykien.limit.SiteWatch;
import ykien.settings.Environment;

/// What the captcha function is told from outside.
///
/// @param strength what the operators ask for in any case
/// @param dynamoDbEndpoint empty text for AWS's own
public record CaptchaSettings(
        String captchasTable,
        String limitsTable,
        Site site,
        Edge edge,
        SealKeys keys,
        Strength strength,
        String dynamoDbEndpoint) {
    /// Reads them.
    ///
    /// @throws IllegalStateException if one is missing or makes no sense; the message says which
    public static CaptchaSettings from(Environment environment) {
        return new CaptchaSettings(
                environment.required("CAPTCHAS_TABLE"),
                environment.required("LIMITS_TABLE"),
                Site.of(environment.required("SITE_NAME"), environment.text("SITE_URL")),
                Edge.of(environment.text("EDGE_SECRET"), environment.required("EDGE_ONLY")),
                SealKeys.parse(environment.required("CAPTCHA_KEYS")),
                Strength.parse(environment.required("CAPTCHA_STRENGTH")),
                environment.text("DYNAMODB_ENDPOINT"));
    }

    /// The quotas of these counts, and the watch that they tell.
    public Quotas quotas(Counters counters, InstantSource clock) {
        var names = KeyedHash.under(keys);
        return new Quotas(counters, names, new SiteWatch(counters, names, Demand.of(strength), clock), clock);
    }
}
