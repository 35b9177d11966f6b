package ykien.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import ykien.decisionlog.Act;
import ykien.decisionlog.DynamoDbChain;
import ykien.decisionlog.Witness;

/// Writes, each in one transaction with its entries of the decision log.
final class DynamoDbLedger {
    private static final String CONDITION = "ConditionalCheckFailed";

    /// Reasons that a later attempt may not meet ("TransactWriteItems", DynamoDB API Reference).
    private static final Set<String> PASSING =
            Set.of("None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final DynamoDbClient dynamoDb;
    private final DynamoDbChain chain;
    private final Witness witness;

    DynamoDbLedger(DynamoDbClient dynamoDb, String logTable, Witness witness) {
        this.dynamoDb = dynamoDb;
        this.chain = new DynamoDbChain(dynamoDb, logTable);
        this.witness = witness;
    }

    /// What became of an attempt.
    sealed interface Attempt {
        /// All of it is written.
        record Written() implements Attempt {}

        /// Nothing is written: a condition of these writes failed.
        ///
        /// @param reasons one for each of the writes, in their order
        record Refused(List<CancellationReason> reasons) implements Attempt {
            /// Whether the condition of this write is one that failed.
            boolean at(int index) {
                return CONDITION.equals(reasons.get(index).code());
            }
        }

        /// Nothing is written: others wrote at the same moment. What they did isn't known yet.
        record Overtaken() implements Attempt {}
    }

    /// Tries once: reads where the log ends, and writes all of it or nothing.
    Attempt attempt(List<TransactWriteItem> writes, List<Act> acts) {
        var entries = chain.after(chain.end(), acts);
        var all = new ArrayList<>(writes);
        all.addAll(entries.puts());
        try {
            dynamoDb.transactWriteItems(r -> r.transactItems(all));
        } catch (TransactionCanceledException e) {
            return why(e, writes.size());
        } catch (TransactionConflictException _) {
            return new Attempt.Overtaken();
        } catch (TransactionInProgressException _) { // sent again by the SDK, and not through yet
            return new Attempt.Overtaken();
        }
        witness.tell(entries.end().number(), entries.end().hash());
        return new Attempt.Written();
    }

    private static Attempt why(TransactionCanceledException e, int writes) {
        var reasons = e.cancellationReasons();
        var own = reasons.subList(0, writes);
        if (own.stream().anyMatch(reason -> CONDITION.equals(reason.code()))) {
            return new Attempt.Refused(own);
        }
        var log = reasons.subList(writes, reasons.size());
        if (own.stream().allMatch(DynamoDbLedger::isPassing)
                && log.stream().allMatch(reason -> isPassing(reason) || CONDITION.equals(reason.code()))) {
            return new Attempt.Overtaken();
        }
        throw e;
    }

    private static boolean isPassing(CancellationReason reason) {
        return PASSING.contains(reason.code());
    }
}
