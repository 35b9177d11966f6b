package ykien.comment;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// An article's item as far as approving needs it: each update of it counts one comment more.
record CommentCount(String slug) {
    static final TableSchema<CommentCount> SCHEMA = StaticImmutableTableSchema.builder(CommentCount.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::count)
            .addAttribute(
                    String.class,
                    a -> a.name("slug")
                            .getter(CommentCount::slug)
                            .setter((d, v) -> d.slug = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    Long.class,
                    a -> a.name("commentCount")
                            .getter(_ -> null)
                            .setter((d, v) -> d.ignored = v)
                            .tags(StaticAttributeTags.atomicCounter()))
            .build();

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String slug = "";
        private @Nullable Long ignored;

        CommentCount count() {
            return new CommentCount(slug);
        }
    }
}
