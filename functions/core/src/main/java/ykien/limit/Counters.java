package ykien.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Counts in windows. Each is gone some time after its window's end.
public interface Counters {
    /// How long a count may take before it is done without: nobody waits longer for a comment to be taken.
    Duration PATIENCE = Duration.ofMillis(600);

    /// The counts in this table.
    ///
    /// @param patience how long a call may take, its retries included
    static Counters in(DynamoDbClient dynamoDb, String limitsTable, Duration patience) {
        return new DynamoDbCounters(dynamoDb, limitsTable, patience);
    }

    /// Adds so many to the item's total and to each of its cells: all or none, in one write. Where the total, or every
    /// cell, has no room for them below its ceiling, nothing is added.
    ///
    /// @return the new counts; empty where nothing was added
    /// @throws CountersUnavailable if they can't be had
    Optional<Tally> count(Count count, long many);

    /// Adds to the numbers and marks of an item, in one write.
    ///
    /// @throws CountersUnavailable if that can't be done
    void add(String item, Tallies tallies, Instant expiresAt);

    /// What these items hold; those that are not there hold nothing. One call, however many.
    ///
    /// @throws CountersUnavailable if any of them can't be had
    Map<String, Tallies> read(List<String> items);
}
