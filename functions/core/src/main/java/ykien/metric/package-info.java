/// What the operators are shown of the newspaper's life, as numbers in the functions' own log lines.
///
/// Start at [Metric]: each number there is, and what it counts. [EmbeddedMetrics] writes them into a line of JSON, from
/// which CloudWatch takes them; [Meter] collects what builds up beside a request's answer. No number has a name that
/// a client could choose.
@NullMarked
package ykien.metric;

import org.jspecify.annotations.NullMarked;
