package ykien.challenge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// The one outcome of a challenge, as an item of the table `Captchas`. A text that is not taken twice stands there
/// alike, as if it were a challenge that its comment had spent.
///
/// @param id the challenge's, in hexadecimal; of a text its keyed hash behind `text:`
/// @param spentOn a comment's id, or a form's; none: missed
/// @param hash of what was sent with the answer; none: missed
/// @param expiresAt when DynamoDB may delete it, in seconds since 1970
record OutcomeItem(
        String id, @Nullable String spentOn, @Nullable String hash, long expiresAt) {
    /// Kept so long past the challenge's expiry, so that a late retry still gets the first answer; a text from its
    /// comment on.
    private static final Duration KEPT = Duration.ofHours(24);

    static final TableSchema<OutcomeItem> SCHEMA = StaticImmutableTableSchema.builder(OutcomeItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(OutcomeItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("spentOn").getter(OutcomeItem::spentOn).setter((d, v) -> d.spentOn = v))
            .addAttribute(
                    String.class, a -> a.name("hash").getter(OutcomeItem::hash).setter((d, v) -> d.hash = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("expiresAt").getter(OutcomeItem::expiresAt).setter((d, v) -> d.expiresAt = v))
            .build();

    static OutcomeItem of(Challenge challenge, Outcome outcome) {
        var id = challenge.id().hex();
        var expiresAt = challenge.expiresAt().plus(KEPT).getEpochSecond();
        return switch (outcome) {
            case Outcome.Missed _ -> new OutcomeItem(id, null, null, expiresAt);
            case Outcome.Spent(var on, var hash) -> new OutcomeItem(id, on, hash.hex(), expiresAt);
        };
    }

    /// @param text its keyed hash
    /// @param on the comment's id
    static OutcomeItem ofText(String text, String on, ContentHash hash, Instant at) {
        return new OutcomeItem("text:" + text, on, hash.hex(), at.plus(KEPT).getEpochSecond());
    }

    Outcome outcome() {
        return spentOn == null || hash == null
                ? new Outcome.Missed()
                : new Outcome.Spent(spentOn, new ContentHash(hash));
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private @Nullable String spentOn;
        private @Nullable String hash;
        private long expiresAt;

        OutcomeItem item() {
            return new OutcomeItem(id, spentOn, hash, expiresAt);
        }
    }
}
