package ykien.moderation;

import java.time.Instant;
import ykien.decisionlog.What;

/// The last thing that the newsroom did to a comment.
///
/// @param by the name of who did it
public record Latest(What what, String by, Instant at) {}
