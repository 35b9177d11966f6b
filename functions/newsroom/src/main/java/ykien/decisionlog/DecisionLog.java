package ykien.decisionlog;

import java.time.InstantSource;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The newsroom's decisions, to read. Written only together with what was decided: see [DynamoDbChain].
public interface DecisionLog {
    /// How many entries a page shows.
    int PAGE = 50;

    /// How many entries are looked at for a page, at most.
    int EXAMINED = 500;

    /// How many entries are verified at once, at most.
    int VERIFIED = 2_000;

    /// The newest entries that the filter lets through: one query, which looks at no more than [#EXAMINED].
    ///
    /// @param below where the page before ended; empty for the first
    LogPage page(LogFilter filter, OptionalLong below);

    /// A part of the log for keeping elsewhere: one query.
    ///
    /// @param after where the part before ended; 0 for the first
    Export export(long after);

    /// Looks at the next [#VERIFIED] entries, and hears the witness about their time; at the end, about the time
    /// until now. So whatever the witness was told is compared with the log sometime, even where entries' times
    /// were changed.
    ///
    /// @param from [Progress#START], or how far it came before
    Verification verify(Progress from, Witness witness);

    /// The log in this table.
    ///
    /// @param clock says when the witness's time ends
    static DecisionLog in(DynamoDbClient dynamoDb, String table, InstantSource clock) {
        return new DynamoDbDecisionLog(dynamoDb, table, clock);
    }
}
