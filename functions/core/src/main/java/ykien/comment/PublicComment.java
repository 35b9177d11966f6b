package ykien.comment;

import java.time.Instant;
import java.util.Optional;

/// All that the public may see of a comment. There is no e-mail address here to leak.
///
/// @param name of who sent it
/// @param at when it was sent
/// @param reply the newsroom's
/// @param picked whether it is an editor's pick
public record PublicComment(
        CommentId id,
        String name,
        Optional<String> title,
        String content,
        Instant at,
        Optional<PublicReply> reply,
        boolean picked) {}
