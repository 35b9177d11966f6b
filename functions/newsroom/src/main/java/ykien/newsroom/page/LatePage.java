package ykien.newsroom.page;

import java.util.List;

/// What became of a decision about several comments, where not all of them were as they had been shown.
///
/// @param decided how many were decided about
/// @param others those that somebody else had decided about before, as they are now
/// @param busy how many were left as they are, since too many decided at once
/// @param back the list that they stood in
public record LatePage(Frame frame, int decided, List<ShownComment> others, int busy, Back back) {
    public LatePage {
        others = List.copyOf(others);
    }
}
