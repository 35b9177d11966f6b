package ykien.publish;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import ykien.article.Articles;
import ykien.publishing.ArticleFolder;
import ykien.publishing.Loaded;
import ykien.publishing.UnreadableFolder;
import ykien.settings.DynamoDbConnection;
import ykien.stack.Cloud;
import ykien.stack.DeployedStack;
import ykien.stack.Unusable;

/// Publishes a folder of articles to a stack and says of each file what became of it. It can be run again at any
/// time: what is there already is replaced by the same.
public final class Publish {
    private final PhotoBucket photos;
    private final Articles articles;
    private final PrintStream out;

    Publish(PhotoBucket photos, Articles articles, PrintStream out) {
        this.photos = photos;
        this.articles = articles;
        this.out = out;
    }

    /// Reads its order from the system properties `ykien.articles` and `ykien.stack`. Exits with 0 if every file
    /// of the folder was published, else with 1.
    public static void main(String[] arguments) {
        System.exit(run(System.out) ? 0 : 1);
    }

    private static boolean run(PrintStream out) {
        try {
            var order = Order.from(System.getProperties());
            var cloud = Cloud.find();
            try (var cloudFormation =
                            cloud.client(CloudFormationClient.builder()).build();
                    var dynamoDb = cloud.client(DynamoDbClient.builder()).build();
                    var s3 = cloud.client(S3Client.builder())
                            // The bucket's name in the path: LocalStack's host name has no room for it.
                            .forcePathStyle(System.getenv("AWS_ENDPOINT_URL") != null)
                            .build()) {
                var stack = DeployedStack.find(cloudFormation, order.stack());
                var target = Target.of(stack);
                var files = ArticleFolder.read(order.articles(), target.zone());
                out.println("Publishing " + order.articles().toAbsolutePath().normalize() + " to the stack "
                        + stack.name() + ": table " + target.articlesTable() + ", bucket " + target.photosBucket()
                        + ", dates in " + target.zone() + ".");
                return new Publish(
                                new PhotoBucket(s3, target.photosBucket()),
                                Articles.in(DynamoDbConnection.over(dynamoDb), target.articlesTable()),
                                out)
                        .all(files);
            }
        } catch (Unusable | UnreadableFolder e) {
            out.println(e.getMessage());
        } catch (SdkException e) {
            out.println("AWS refused or was not reached: " + Cloud.reason(e) + "; mend that and run again.");
        }
        return false;
    }

    boolean all(List<Loaded> files) {
        if (files.isEmpty()) {
            out.println("There is no article in the folder: no file there ends in .md; check ykien.articles.");
            return false;
        }
        var published = 0;
        try {
            for (var file : files) {
                published += one(file) ? 1 : 0;
            }
        } finally {
            out.println(published + " of " + files.size() + " articles published.");
        }
        return published == files.size();
    }

    /// What AWS refuses ends the run, for it would refuse the next article too; what is wrong with a file does
    /// not.
    private boolean one(Loaded file) {
        switch (file) {
            case Loaded.Broken broken -> {
                out.println(broken.line());
                return false;
            }
            case Loaded.Ready ready -> {
                try {
                    var photo = photo(ready); // first: no page ever names a photo that is not there
                    articles.publish(ready.article());
                    out.println(ready.file().getFileName() + ": published at "
                            + ready.article().card().path() + photo + ".");
                    return true;
                } catch (IOException e) {
                    out.println(ready.file().getFileName() + ": not published, " + e.getMessage() + "; run again.");
                    return false;
                } catch (SdkException e) {
                    out.println(ready.file().getFileName() + ": not published, nor is what comes after it.");
                    throw e;
                }
            }
        }
    }

    private String photo(Loaded.Ready ready) throws IOException {
        if (ready.photo().isEmpty()) {
            return "";
        }
        var photo = ready.photo().get();
        return photos.put(photo) ? ", photo " + photo.name() + " put" : ", photo " + photo.name() + " already there";
    }
}
