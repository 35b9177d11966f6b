package ykien.comment;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// All that the public may see of a comment, as the map attribute `shown`, which the index `byArticle` projects
/// whole: a later field needs no new index.
record ShownMap(String name, @Nullable String title, String content) {
    static final ShownMap EMPTY = new ShownMap("", null, "");

    static final TableSchema<ShownMap> SCHEMA = StaticImmutableTableSchema.builder(ShownMap.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::map)
            .addAttribute(
                    String.class, a -> a.name("name").getter(ShownMap::name).setter((d, v) -> d.name = v))
            .addAttribute(
                    String.class, a -> a.name("title").getter(ShownMap::title).setter((d, v) -> d.title = v))
            .addAttribute(
                    String.class,
                    a -> a.name("content").getter(ShownMap::content).setter((d, v) -> d.content = v))
            .build();

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String name = "";
        private @Nullable String title;
        private String content = "";

        ShownMap map() {
            return new ShownMap(name, title, content);
        }
    }
}
