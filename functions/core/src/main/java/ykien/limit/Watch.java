package ykien.limit;

import java.util.concurrent.CompletableFuture;
import ykien.article.Slug;

/// Tells what is asked of readers now.
@FunctionalInterface
public interface Watch {
    /// What is asked of this source under this article.
    Demand demand(Slug article, Source source);

    /// The watch that is on its way; until it is there, nobody waits for it, and this much is asked.
    static Watch comingAs(CompletableFuture<? extends Watch> coming, Demand meanwhile) {
        return (article, source) -> {
            if (coming.isCompletedExceptionally()) {
                return Demand.FULL; // it will never come: nothing tells how bad things are
            }
            return coming.isDone() ? coming.join().demand(article, source) : meanwhile;
        };
    }
}
