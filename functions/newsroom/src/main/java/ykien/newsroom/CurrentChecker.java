package ykien.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import ykien.checking.Checker;
import ykien.checking.PhraseList;
import ykien.moderation.Paper;
import ykien.moderation.Papers;

/// The checker of the phrase list as it is, or was a moment ago: a list takes a while to make a checker of, and few
/// pages come with another one.
final class CurrentChecker implements Supplier<Checker> {
    /// So old may the list be that comments are checked by: one read in that time and process.
    static final Duration FRESH = Duration.ofSeconds(10);

    private final Papers papers;
    private final InstantSource clock;
    private volatile Optional<Made> last = Optional.empty();

    private record Made(Checker checker, long version, Instant at) {}

    CurrentChecker(Papers papers, InstantSource clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public Checker get() {
        var now = clock.instant();
        var made = last.filter(it -> now.isBefore(it.at().plus(FRESH))).orElseGet(() -> made(now));
        last = Optional.of(made);
        return made.checker();
    }

    private Made made(Instant now) {
        var paper = papers.read(Paper.Name.PHRASES);
        var checker = last.filter(it -> it.version() == paper.version())
                .map(Made::checker)
                .orElseGet(() -> checker(paper));
        return new Made(checker, paper.version(), now);
    }

    /// A list that can't be used, which no page of ours lets anybody write, leaves comments marked as unchecked.
    private static Checker checker(Paper paper) {
        return switch (PhraseList.parse(paper.text())) {
            case PhraseList.Outcome.Read(var list) -> Checker.of(list);
            case PhraseList.Outcome.Refused _ -> Checker.withoutPhrases();
        };
    }
}
