package ykien.moderation;

import java.time.Instant;
import java.util.Optional;

/// Who approved or refused a comment, and why.
///
/// @param by the name
/// @param reason of a refusal; empty for spam
/// @param note more about the reason
public record Ruling(String by, Instant at, Optional<Reason> reason, Note note) {}
