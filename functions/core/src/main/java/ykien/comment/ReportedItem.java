package ykien.comment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A comment's item as far as reporting needs it: each update of it moves the comment into the moderation queue, where
/// it may lie already, and counts one report more. The function that does so may name no other attribute
/// (template.yaml), so a report can read and change nothing else.
///
/// @param pile where the index `piles` has it
/// @param desk where the index `underArticle` has it
record ReportedItem(String id, String pile, String desk) {
    static final TableSchema<ReportedItem> SCHEMA = StaticImmutableTableSchema.builder(ReportedItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(ReportedItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class, a -> a.name("pile").getter(ReportedItem::pile).setter((d, v) -> d.pile = v))
            .addAttribute(
                    String.class, a -> a.name("desk").getter(ReportedItem::desk).setter((d, v) -> d.desk = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("reports")
                            .getter(_ -> null)
                            .setter((d, v) -> d.ignored = v)
                            .tags(StaticAttributeTags.atomicCounter(1, 1)))
            .build();

    private static final String APPROVED = "approved";
    private static final Expression HAS_ROOM = Expression.builder()
            .expression("attribute_not_exists(reports) OR reports < :most")
            .putExpressionValue(":most", AttributeValue.fromN(Integer.toString(Reports.MOST_KEPT)))
            .build();

    static ReportedItem of(Report report) {
        return new ReportedItem(
                report.comment().value(),
                DeskKeys.pile(DeskKeys.WAITING, report.comment()),
                DeskKeys.underArticle(report.article(), DeskKeys.WAITING));
    }

    /// Readers see the comment under that article.
    static Expression isShown(Report report) {
        return Expression.builder()
                .expression("#state = :approved AND article = :article")
                .expressionNames(Map.of("#state", "state"))
                .expressionValues(Map.of(
                        ":approved", AttributeValue.fromS(APPROVED),
                        ":article", AttributeValue.fromS(report.article().value())))
                .build();
    }

    /// So it is, and fewer reports of it are kept than can be.
    static Expression isShownAndHasRoom(Report report) {
        return isShown(report).and(HAS_ROOM);
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private String pile = "";
        private String desk = "";
        private @Nullable Long ignored;

        ReportedItem item() {
            return new ReportedItem(id, pile, desk);
        }
    }
}
