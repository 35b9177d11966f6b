package ykien.checking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All phrases as one machine (Aho and Corasick, 1975) that reads a text once, whatever their number. It goes by
/// runs of letters without marks, so what it stops at is only a candidate: [Comparison] has the last word.
///
/// Ours, because it reads runs, not chars: a library that folds a text and then searches it answers with places in
/// the folded text.
final class Automaton {
    /// Told of each candidate.
    interface Candidates {
        /// Takes one.
        ///
        /// @param firstRun the run of the text where the phrase's first would be
        void take(Pattern pattern, int firstRun);
    }

    private static final class Node {
        final Map<Integer, Node> next = new HashMap<>(4);
        final List<Pattern> ends = new ArrayList<>(1);
        Optional<Node> shorter = Optional.empty();
        Optional<Node> reported = Optional.empty();
    }

    private final Node root = new Node();

    Automaton(List<Pattern> patterns) {
        for (var pattern : patterns) {
            var node = root;
            for (var run : pattern.spelling().runs()) {
                node = node.next.computeIfAbsent(run.key(), _ -> new Node());
            }
            node.ends.add(pattern);
        }
        link();
    }

    /// Breadth first, so that whatever is shorter is linked already.
    private void link() {
        var queue = new ArrayDeque<Node>();
        queue.add(root);
        while (!queue.isEmpty()) {
            var node = queue.remove();
            node.next.forEach((key, next) -> {
                var shorter = follow(node.shorter, key);
                next.shorter = Optional.of(shorter);
                next.reported = shorter.ends.isEmpty() ? shorter.reported : next.shorter;
                queue.add(next);
            });
        }
    }

    private Node follow(Optional<Node> from, int key) {
        var node = from;
        while (node.isPresent()) {
            var next = node.get().next.get(key);
            if (next != null) {
                return next;
            }
            node = node.get().shorter;
        }
        return root;
    }

    /// Reads a text, from its first run to its last or until the budget is spent.
    void read(Spelling text, Budget budget, Candidates candidates) {
        var node = Optional.of(root);
        for (var run = 0; run < text.runs().size() && !budget.isSpent(); run++) {
            var key = text.runs().get(run).key();
            while (node.isPresent() && !node.get().next.containsKey(key)) {
                node = node.get().shorter;
                budget.spend(1);
            }
            var reached = node.map(n -> n.next.get(key)).orElse(root);
            budget.spend(1);
            report(reached, run, budget, candidates);
            node = Optional.of(reached);
        }
    }

    private void report(Node reached, int lastRun, Budget budget, Candidates candidates) {
        for (var node = Optional.of(reached); node.isPresent(); node = node.get().reported) {
            for (var pattern : node.get().ends) {
                budget.spend(pattern.spelling().runs().size());
                if (budget.isSpent()) {
                    return;
                }
                candidates.take(pattern, lastRun - pattern.spelling().runs().size() + 1);
            }
        }
    }
}
