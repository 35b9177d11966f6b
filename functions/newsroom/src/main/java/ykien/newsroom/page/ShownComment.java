package ykien.newsroom.page;

import java.util.List;
import java.util.Optional;
import ykien.checking.Field;
import ykien.moderation.Moderated;
import ykien.moderation.Seen;
import ykien.moderation.State;
import ykien.signin.Role;

/// A comment as a page of the newsroom shows it: what lies on the desk, and what the checker finds in it.
public record ShownComment(Moderated comment, Findings findings) {
    /// The comment's id.
    public String id() {
        return comment.id().value();
    }

    /// The comment as it is shown, to decide about.
    public Seen seen() {
        return comment.seen();
    }

    /// What has been decided about it.
    public State state() {
        return comment.standing().state();
    }

    /// Whether readers reported it, and see it until an editor has decided.
    public boolean isReported() {
        return comment.standing().isReported();
    }

    /// Whether a person of that role may decide about it: what readers reported is an editor's to settle.
    public boolean isDecidedBy(Role role) {
        return role.includes(isReported() ? Role.EDITOR : Role.MODERATOR);
    }

    /// Whether readers see it.
    public boolean isShownToReaders() {
        return state() == State.APPROVED;
    }

    /// The article's title, or its slug where the article is gone.
    public String articleTitle() {
        return comment.article().title().orElse(comment.article().slug().value());
    }

    /// The article's path.
    public String articlePath() {
        return "/articles/" + comment.article().slug();
    }

    /// The list of those that lie in the same pile and stand under the same article.
    public ListQuery under() {
        return ListQuery.QUEUE
                .in(comment.standing().pile())
                .under(comment.article().slug());
    }

    /// The name under it, in pieces.
    public List<Piece> name() {
        return findings.in(Field.NAME, comment.name());
    }

    /// The title, in pieces; empty for none.
    public Optional<List<Piece>> title() {
        return comment.title().map(title -> findings.in(Field.TITLE, title));
    }

    /// The content, in pieces.
    public List<Piece> content() {
        return findings.in(Field.CONTENT, comment.content());
    }
}
