/// Services of AWS that are asked one question each, by a signed request instead of their client libraries.
///
/// It is [JsonService] alone. Why: docs/decisions/0025-two-questions-without-a-client.md.
@NullMarked
package ykien.aws;

import org.jspecify.annotations.NullMarked;
