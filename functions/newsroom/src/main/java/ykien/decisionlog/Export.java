package ykien.decisionlog;

import java.util.OptionalLong;

/// A part of the log, oldest first, as NDJSON: an entry a line, each line ended by LF. Well below the 6 MB of a
/// Lambda function's answer: DynamoDB gives at most 1 MB at once.
///
/// @param after where the next part starts: above this number; empty after the last
public record Export(String ndjson, OptionalLong after) {}
