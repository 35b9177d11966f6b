package ykien.verifylog;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Properties;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.decisionlog.DecisionLog;
import ykien.decisionlog.Progress;
import ykien.decisionlog.Verification;
import ykien.decisionlog.Witness;
import ykien.stack.Cloud;
import ykien.stack.DeployedStack;
import ykien.stack.Unusable;

/// Verifies the decision log of a stack against the hashes that its newsroom function printed, and says what it found.
/// It needs to read the table `DecisionLog` and the function's log, and changes nothing.
public final class VerifyLog {
    /// Every entry is as it was written.
    static final int INTACT = 0;

    /// An entry was removed or changed, or the log was cut or written anew.
    static final int NOT_INTACT = 1;

    /// It could not be said.
    static final int UNKNOWN = 2;

    private static final String USAGE = "mvn -Pverify-log -Dykien.stack=NAME";

    private final DecisionLog log;
    private final Witness witness;
    private final PrintStream out;

    VerifyLog(DecisionLog log, Witness witness, PrintStream out) {
        this.log = log;
        this.witness = witness;
        this.out = out;
    }

    /// Reads the stack's name from the system property `ykien.stack`. Exits with 0 if the log is as it was written,
    /// with 1
    /// if it is not, and with 2 if that can't be said.
    public static void main(String[] arguments) {
        System.exit(run(System.getProperties(), System.out));
    }

    private static int run(Properties properties, PrintStream out) {
        try {
            var name = properties.getProperty("ykien.stack", "").strip();
            if (name.isEmpty()) {
                throw new Unusable("ykien.stack is not given; run " + USAGE);
            }
            var cloud = Cloud.find();
            try (var cloudFormation =
                            cloud.client(CloudFormationClient.builder()).build();
                    var dynamoDb = cloud.client(DynamoDbClient.builder()).build()) {
                var stack = DeployedStack.find(cloudFormation, name);
                var table = stack.output("DecisionLogTable");
                var group = stack.output("NewsroomLog");
                out.println(
                        "Verifying the table " + table + " of the stack " + name + " against the log " + group + ".");
                return new VerifyLog(
                                DecisionLog.in(dynamoDb, table, InstantSource.system()),
                                Witness.cloudWatch(out, group),
                                out)
                        .all();
            }
        } catch (Unusable e) {
            out.println(e.getMessage());
        } catch (SdkException e) {
            out.println("AWS refused or was not reached: " + Cloud.reason(e) + "; mend that and run again.");
        }
        return UNKNOWN;
    }

    /// Verifies all of it, and says so.
    ///
    /// @return the exit code
    int all() {
        var from = Progress.START;
        while (true) {
            var found = log.verify(from, witness);
            if (found instanceof Verification.Continues continues) {
                from = continues.progress();
                out.println("  " + from.through() + " entries so far");
            } else {
                out.println(said(found));
                return code(found);
            }
        }
    }

    private static int code(Verification found) {
        return switch (found) {
            case Verification.Intact _ -> INTACT;
            case Verification.Continues _, Verification.Unwitnessed _ -> UNKNOWN;
            case Verification.Broken _, Verification.Truncated _, Verification.Contradicted _ -> NOT_INTACT;
        };
    }

    private static String said(Verification found) {
        return switch (found) {
            case Verification.Continues _ -> throw new IllegalArgumentException("this is no end");
            case Verification.Intact intact ->
                "INTACT: " + intact.entries()
                        + " entries, each as it was written; the function printed the hash of entry "
                        + intact.witnessed() + ". The newest hash is " + intact.hash() + ".";
            case Verification.Unwitnessed unwitnessed ->
                "UNWITNESSED: " + unwitnessed.entries() + " entries, which hang together; but "
                        + switch (unwitnessed.why()) {
                            case KNOWS_NOTHING -> "the function's log has no hash of the newest ones (any more)";
                            case UNAVAILABLE -> "the function's log could not be read, or not to the end";
                        }
                        + ", so nothing shows whether entries are missing at the end, or all were written anew.";
            case Verification.Broken broken ->
                "NOT INTACT: entry " + broken.number() + " "
                        + switch (broken.how()) {
                            case MISSING -> "is missing.";
                            case CHANGED -> "is not what its hash was made of.";
                            case UNLINKED -> "does not go on from the entry before: one of the two was written anew.";
                        };
            case Verification.Truncated cut ->
                "NOT INTACT: the log ends after entry " + cut.entries()
                        + ", but the function printed the hash of entry " + cut.witnessed() + ".";
            case Verification.Contradicted other ->
                "NOT INTACT: entry " + other.number() + " was written anew: its hash is " + other.hash()
                        + ", and the function printed " + other.witnessed() + ".";
        };
    }
}
