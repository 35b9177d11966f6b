package ykien.decisionlog;

import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The newsroom's decisions, to read. Written only together with what was decided: see [DynamoDbChain].
public interface DecisionLog {
    /// How many entries a page shows.
    int PAGE = 50;

    /// How many entries are looked at for a page, at most.
    int EXAMINED = 500;

    /// How many entries are verified at once, at most: about a second and a half of DynamoDB's time.
    int VERIFIED = 5_000;

    /// The newest entries that the filter lets through: one query, which looks at no more than [#EXAMINED].
    ///
    /// @param below where the page before ended; empty for the first
    LogPage page(LogFilter filter, OptionalLong below);

    /// A part of the log for keeping elsewhere: one query.
    ///
    /// @param after where the part before ended; 0 for the first
    Export export(long after);

    /// Looks at the next [#VERIFIED] entries, and at the end asks the witness.
    ///
    /// @param after how many entries have been verified before: of a [Verification.Continues], or 0
    Verification verify(long after, Witness witness);

    /// The log in this table.
    static DecisionLog in(DynamoDbClient dynamoDb, String table) {
        return new DynamoDbDecisionLog(dynamoDb, table);
    }
}
