package ykien.moderation;

import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Witness;

/// What the newsroom has agreed on: the phrase list, and the settings. As text; what it means, others read out of
/// it.
public interface Papers {
    /// The text as it is now: one read.
    Paper read(Paper.Name name);

    /// Changes a text, and puts the change into the log, in one transaction.
    ///
    /// @param text up to [Paper#LONGEST] bytes
    /// @param version the [Paper#version] that the person saw
    /// @throws IllegalArgumentException if the text is too long
    Paper.Writing write(Paper.Name name, String text, long version, Actor by);

    /// The texts in these tables.
    ///
    /// @param witness is told the log's newest entry after each transaction
    static Papers in(DynamoDbClient dynamoDb, DeskTables tables, Witness witness, InstantSource clock) {
        return new DynamoDbPapers(dynamoDb, tables, witness, clock);
    }
}
