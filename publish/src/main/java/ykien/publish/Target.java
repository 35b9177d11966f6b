package ykien.publish;

import java.time.DateTimeException;
import java.time.ZoneId;
import ykien.stack.DeployedStack;
import ykien.stack.Unusable;

/// What of a stack is published into.
///
/// @param articlesTable its output `ArticlesTable`
/// @param photosBucket its output `PhotosBucket`
/// @param zone its parameter `TimeZone`, in which a date without a time is 00:00
record Target(String articlesTable, String photosBucket, ZoneId zone) {
    /// @throws Unusable if the stack is not one of template.yaml
    static Target of(DeployedStack stack) {
        return new Target(stack.output("ArticlesTable"), stack.output("PhotosBucket"), zone(stack));
    }

    private static ZoneId zone(DeployedStack stack) {
        var zone = stack.parameter("TimeZone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Unusable(
                    "The stack's parameter TimeZone is no time zone: " + zone + "; deploy it with one, such as"
                            + " Asia/Ho_Chi_Minh.",
                    e);
        }
    }
}
