package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// All that the public may see of a comment, as the map attribute `shown`, which the index `byArticle` projects
/// whole: a later field needs no new index. The newsroom writes it, when it approves, replies or picks.
///
/// @param reply the newsroom's
/// @param repliedAt a [ykien.listing.Timestamp]; there if `reply` is
/// @param picked whether it is an editor's pick; there if it is
record ShownMap(
        String name,
        @Nullable String title,
        String content,
        @Nullable String reply,
        @Nullable String repliedAt,
        @Nullable Boolean picked) {
    static final ShownMap EMPTY = new ShownMap("", null, "", null, null, null);

    static final TableSchema<ShownMap> SCHEMA = StaticImmutableTableSchema.builder(ShownMap.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::map)
            .addAttribute(
                    String.class, a -> a.name("name").getter(ShownMap::name).setter((d, v) -> d.name = v))
            .addAttribute(
                    String.class, a -> a.name("title").getter(ShownMap::title).setter((d, v) -> d.title = v))
            .addAttribute(
                    String.class,
                    a -> a.name("content").getter(ShownMap::content).setter((d, v) -> d.content = v))
            .addAttribute(
                    String.class, a -> a.name("reply").getter(ShownMap::reply).setter((d, v) -> d.reply = v))
            .addAttribute(
                    String.class,
                    a -> a.name("repliedAt").getter(ShownMap::repliedAt).setter((d, v) -> d.repliedAt = v))
            .addAttribute(
                    Boolean.class,
                    a -> a.name("picked").getter(ShownMap::picked).setter((d, v) -> d.picked = v))
            .build();

    Optional<PublicReply> toReply() {
        return reply == null || repliedAt == null
                ? Optional.empty()
                : Optional.of(new PublicReply(reply, Instant.parse(repliedAt)));
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String name = "";
        private @Nullable String title;
        private String content = "";
        private @Nullable String reply;
        private @Nullable String repliedAt;
        private @Nullable Boolean picked;

        ShownMap map() {
            return new ShownMap(name, title, content, reply, repliedAt, picked);
        }
    }
}
