package ykien.signin;

import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// An open session, as an item of the table `Sessions`. Whose it is stands in the cookie alone, but for the subject, by
/// which operators find the sessions of somebody who must be out at once.
///
/// @param expiresAt when DynamoDB may delete it, in seconds since 1970
record SessionItem(String id, String subject, long expiresAt) {
    static final TableSchema<SessionItem> SCHEMA = StaticImmutableTableSchema.builder(SessionItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(SessionItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("subject").getter(SessionItem::subject).setter((d, v) -> d.subject = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("expiresAt").getter(SessionItem::expiresAt).setter((d, v) -> d.expiresAt = v))
            .build();

    static SessionItem of(Session session) {
        return new SessionItem(
                session.id(), session.person().subject(), session.expiresAt().getEpochSecond());
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private String subject = "";
        private long expiresAt;

        SessionItem item() {
            return new SessionItem(id, subject, expiresAt);
        }
    }
}
