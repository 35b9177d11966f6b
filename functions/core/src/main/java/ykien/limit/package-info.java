/// Limits: how much one source, one e-mail address, one article and the whole site may send before the captcha gets
/// harder, and before a source has to wait. The site's own limits never refuse: they make the captcha harder.
///
/// Start at [Quotas], which counts what a source and an e-mail address do, and [Watch], which tells what is asked of
/// readers now. [Counters] keeps the counts; [DynamoDbCounters] alone speaks DynamoDB.
@NullMarked
package ykien.limit;

import org.jspecify.annotations.NullMarked;
