package ykien.moderation;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Fact;
import ykien.decisionlog.What;

/// All that the newsroom has made of a comment, and what a decision makes of that.
///
/// @param version raised by each decision
/// @param spam whether it is refused as spam
/// @param ruling the last approval, refusal or keeping
/// @param earlier what [Decision.Undo] goes back to
/// @param reports how many readers reported it since somebody last decided about it
/// @param latest the last thing that was done
record Dossier(
        State state,
        long version,
        boolean spam,
        Optional<Ruling> ruling,
        Optional<Earlier> earlier,
        Optional<WrittenReply> reply,
        boolean picked,
        long reports,
        Optional<Deed> latest) {
    /// What a comment was before it was ruled upon.
    record Earlier(State state, boolean spam, Optional<Ruling> ruling, long reports) {}

    /// What somebody did.
    record Deed(What what, Actor by, Instant at) {}

    Standing standing() {
        return new Standing(
                state,
                version,
                spam,
                ruling,
                earlier.isPresent(),
                reply,
                picked,
                reports,
                latest.map(deed -> new Latest(deed.what(), deed.by().name(), deed.at())));
    }

    /// Whether readers see the comment.
    boolean isShown() {
        return state == State.APPROVED;
    }

    /// What the decision makes of it; empty where it makes nothing else of it.
    Optional<Dossier> after(Decision decision, Actor by, Instant now) {
        return changed(decision, new Change(by, now)).map(next -> next.did(new Deed(decision.what(), by, now)));
    }

    private Optional<Dossier> changed(Decision decision, Change change) {
        return switch (decision) {
            case Decision.Approve _ ->
                isShown() && reports == 0 ? Optional.empty() : Optional.of(change.ruled(State.APPROVED, false));
            case Decision.Refuse refuse -> says(refuse) ? Optional.empty() : Optional.of(change.refused(refuse));
            case Decision.Spam _ -> spam ? Optional.empty() : Optional.of(change.ruled(State.REFUSED, true));
            case Decision.Undo _ -> earlier.map(change::undone);
            case Decision.Keep _ ->
                isShown() && reports > 0 ? Optional.of(change.ruled(State.APPROVED, false)) : Optional.empty();
            case Decision.Reply written ->
                says(written) ? Optional.empty() : Optional.of(change.replied(written.text()));
            case Decision.RemoveReply _ -> reply.map(_ -> change.unreplied());
            case Decision.Pick _ -> isShown() && !picked ? Optional.of(change.picked(true)) : Optional.empty();
            case Decision.Unpick _ -> picked ? Optional.of(change.picked(false)) : Optional.empty();
        };
    }

    /// Whether this is what the decision made of a comment of that version: the same one by the same person, sent
    /// twice.
    boolean isOf(Decision decision, long seen, Actor by) {
        return version == seen + 1
                && latest.filter(deed -> deed.what() == decision.what()
                                && deed.by().subject().equals(by.subject()))
                        .isPresent()
                && switch (decision) {
                    case Decision.Refuse refuse -> says(refuse);
                    case Decision.Reply written -> says(written);
                    default -> true;
                };
    }

    private boolean says(Decision.Refuse refuse) {
        return state == State.REFUSED
                && !spam
                && ruling.filter(it -> it.reason().equals(Optional.of(refuse.reason()))
                                && it.note().equals(refuse.note()))
                        .isPresent();
    }

    private boolean says(Decision.Reply written) {
        return reply.filter(it -> it.text().equals(written.text().text())).isPresent();
    }

    private Dossier did(Deed deed) {
        return new Dossier(state, version + 1, spam, ruling, earlier, reply, picked, reports, Optional.of(deed));
    }

    /// By which of a sender's counters it is counted; empty while it waits.
    Optional<String> counter() {
        return switch (state) {
            case WAITING -> Optional.empty();
            case APPROVED -> Optional.of(SenderItem.APPROVED);
            case REFUSED -> Optional.of(spam ? SenderItem.SPAM : SenderItem.REFUSED);
        };
    }

    /// As the log puts it: no word of a reader's.
    SortedMap<String, String> facts() {
        var facts = new TreeMap<String, String>();
        facts.put(Fact.VERSION.key(), Long.toString(version));
        facts.put(Fact.STATE.key(), state.word());
        if (spam) {
            facts.put(Fact.SPAM.key(), "yes");
        }
        ruling.flatMap(Ruling::reason).ifPresent(reason -> facts.put(Fact.REASON.key(), reason.key()));
        ruling.map(Ruling::note)
                .filter(note -> !note.isBlank())
                .ifPresent(note -> facts.put(Fact.NOTE.key(), note.text()));
        reply.ifPresent(it -> facts.put(Fact.REPLY.key(), it.text()));
        if (picked) {
            facts.put(Fact.PICKED.key(), "yes");
        }
        if (reports > 0) {
            facts.put(Fact.REPORTS.key(), Long.toString(reports));
        }
        return facts;
    }

    /// What somebody changes at some time; not yet what he is said to have done.
    private final class Change {
        private final Actor by;
        private final Instant now;

        Change(Actor by, Instant now) {
            this.by = by;
            this.now = now;
        }

        Dossier ruled(State ruledState, boolean ruledSpam) {
            return ruled(ruledState, ruledSpam, Optional.empty(), Note.NONE);
        }

        Dossier refused(Decision.Refuse refuse) {
            return ruled(State.REFUSED, false, Optional.of(refuse.reason()), refuse.note());
        }

        /// Whoever rules has looked at the reports: they are settled, until he takes it back.
        private Dossier ruled(State ruledState, boolean ruledSpam, Optional<Reason> reason, Note note) {
            return new Dossier(
                    ruledState,
                    version,
                    ruledSpam,
                    Optional.of(new Ruling(by.name(), now, reason, note)),
                    Optional.of(new Earlier(state, spam, ruling, reports)),
                    reply,
                    picked,
                    0,
                    latest);
        }

        /// What readers reported since is not taken back.
        Dossier undone(Earlier to) {
            return new Dossier(
                    to.state(),
                    version,
                    to.spam(),
                    to.ruling(),
                    Optional.empty(),
                    reply,
                    picked,
                    to.reports() + reports,
                    latest);
        }

        Dossier replied(Note text) {
            var written = new WrittenReply(text.text(), by.name(), now);
            return new Dossier(state, version, spam, ruling, earlier, Optional.of(written), picked, reports, latest);
        }

        Dossier unreplied() {
            return new Dossier(state, version, spam, ruling, earlier, Optional.empty(), picked, reports, latest);
        }

        Dossier picked(boolean pick) {
            return new Dossier(state, version, spam, ruling, earlier, reply, pick, reports, latest);
        }
    }
}
