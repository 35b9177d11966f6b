package ykien.publish;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import ykien.article.Articles;
import ykien.publishing.ArticleFolder;
import ykien.publishing.Loaded;
import ykien.publishing.UnreadableFolder;

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
            try (var cloud = Cloud.open()) {
                var stack = DeployedStack.find(cloud.cloudFormation(), order.stack());
                var files = ArticleFolder.read(order.articles(), stack.zone());
                out.println("Publishing " + order.articles().toAbsolutePath().normalize() + " to the stack "
                        + stack.name() + ": table " + stack.articlesTable() + ", bucket " + stack.photosBucket()
                        + ", dates in " + stack.zone() + ".");
                return new Publish(
                                new PhotoBucket(cloud.s3(), stack.photosBucket()),
                                Articles.in(cloud.dynamoDb(), stack.articlesTable()),
                                out)
                        .all(files);
            }
        } catch (Unpublishable | UnreadableFolder e) {
            out.println(e.getMessage());
        } catch (SdkException e) {
            out.println("AWS refused or was not reached: " + reason(e) + "; mend that and run again.");
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

    /// The service's own sentence; the SDK's ends in a request id, or fills lines.
    private static String reason(SdkException e) {
        var message = e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage()
                : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse(e.toString());
    }
}
