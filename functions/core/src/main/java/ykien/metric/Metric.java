package ykien.metric;

import java.util.Optional;

/// A number that CloudWatch keeps of a function. Each costs by the hour in which it is written, so what is not the case
/// is not written as 0. Words for operators: docs/operations.md, "Dashboard"; a test holds both together.
public enum Metric {
    /// A request was answered, however.
    REQUESTS("Requests", Unit.COUNT),
    /// How long that took, without what Lambda and API Gateway add.
    LATENCY("Latency", Unit.MILLISECONDS),
    /// A fault of ours: an exception that nobody had expected, answered with 500.
    FAULTS("Faults", Unit.COUNT),
    /// The first request of a process.
    COLD_STARTS("ColdStarts", Unit.COUNT),
    /// DynamoDB turned a call away because of its rate: a hot item, or a table's maximum.
    DYNAMODB_THROTTLES("DynamoDbThrottles", Unit.COUNT),
    /// A call to DynamoDB failed on its way: time ran out, the connection broke, or DynamoDB had a fault.
    DYNAMODB_FAILURES("DynamoDbFailures", Unit.COUNT),

    /// No such page: 404.
    REFUSED_UNKNOWN("RefusedUnknown", Unit.COUNT),
    /// Not for whoever asked: 401 and 403.
    REFUSED_FORBIDDEN("RefusedForbidden", Unit.COUNT),
    /// Not a request as it should be, as no form of ours sends it: 400, 405, 413, 415 and 416.
    REFUSED_REQUEST("RefusedRequest", Unit.COUNT),
    /// A form that needs another look, the captcha's answer included: 422.
    REFUSED_FORM("RefusedForm", Unit.COUNT),
    /// Somebody was faster, or the comments are closed: 409.
    REFUSED_LATE("RefusedLate", Unit.COUNT),
    /// A limit of ours: 429.
    REFUSED_LIMIT("RefusedLimit", Unit.COUNT),
    /// We can't just now, and say so: 502 and 503.
    REFUSED_BUSY("RefusedBusy", Unit.COUNT),

    /// A challenge was answered rightly, and let something in.
    CAPTCHA_RIGHT("CaptchaRight", Unit.COUNT),
    /// A challenge was answered wrongly, or was none of ours.
    CAPTCHA_WRONG("CaptchaWrong", Unit.COUNT),
    /// A challenge was answered too long after its issue.
    CAPTCHA_EXPIRED("CaptchaExpired", Unit.COUNT),
    /// A challenge had let something else in already.
    CAPTCHA_SPENT("CaptchaSpent", Unit.COUNT),
    /// A challenge was answered faster than anybody reads.
    CAPTCHA_EARLY("CaptchaEarly", Unit.COUNT),
    /// A challenge was not hard enough for the source that answered it.
    CAPTCHA_WEAK("CaptchaWeak", Unit.COUNT),

    /// A comment was stored, and waits for an editor.
    COMMENTS_WAITING("CommentsWaiting", Unit.COUNT),
    /// A comment came again, and got its first answer.
    COMMENTS_REPEATED("CommentsRepeated", Unit.COUNT),
    /// A comment was approved.
    COMMENTS_APPROVED("CommentsApproved", Unit.COUNT),
    /// A comment was refused for a reason.
    COMMENTS_REFUSED("CommentsRefused", Unit.COUNT),
    /// A comment was refused as spam.
    COMMENTS_SPAM("CommentsSpam", Unit.COUNT),
    /// A decision about a comment was taken back.
    COMMENTS_UNDONE("CommentsUndone", Unit.COUNT),
    /// How long the oldest waiting comment has been waiting; 0 if none does.
    OLDEST_WAITING("OldestWaiting", Unit.SECONDS);

    /// As CloudWatch spells it ("MetricDatum", Amazon CloudWatch API Reference).
    private enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    private final String word;
    private final Unit unit;

    Metric(String word, Unit unit) {
        this.word = word;
        this.unit = unit;
    }

    /// Its name in CloudWatch.
    public String word() {
        return word;
    }

    /// Its unit in CloudWatch.
    public String unit() {
        return unit.word;
    }

    /// What kind of refusal an answer with this status is; empty for what is none, and for a fault of ours.
    public static Optional<Metric> ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of(REFUSED_FORBIDDEN);
            case 404 -> Optional.of(REFUSED_UNKNOWN);
            case 409 -> Optional.of(REFUSED_LATE);
            case 422 -> Optional.of(REFUSED_FORM);
            case 429 -> Optional.of(REFUSED_LIMIT);
            case 500 -> Optional.empty();
            default -> {
                if (status > 500) {
                    yield Optional.of(REFUSED_BUSY);
                }
                yield status >= 400 ? Optional.of(REFUSED_REQUEST) : Optional.empty();
            }
        };
    }
}
