package ykien.publish;

import java.io.IOException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import ykien.publishing.PhotoFile;

/// The bucket of photos. A photo's name holds its hash, so what lies there under a name is that photo, for ever.
final class PhotoBucket {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    PhotoBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// Puts the photo, unless it is there already.
    ///
    /// @return whether it was put
    /// @throws IOException if the file can't be read, or has changed since the folder was read
    boolean put(PhotoFile photo) throws IOException {
        return !has(photo) && putNew(photo);
    }

    /// Spares sending a photo that is there. Who may put but not look gets 403 here, and the put itself decides.
    private boolean has(PhotoFile photo) {
        try {
            s3.headObject(head -> head.bucket(bucket).key(photo.name().value()));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == 404 || e.statusCode() == 403) {
                return false;
            }
            throw e;
        }
    }

    private boolean putNew(PhotoFile photo) throws IOException {
        var bytes = photo.bytes();
        try {
            s3.putObject(
                    put -> put.bucket(bucket)
                            .key(photo.name().value())
                            .contentType(photo.name().mediaType())
                            .cacheControl("public, max-age=31536000, immutable")
                            .ifNoneMatch("*"),
                    RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            throw e;
        }
    }
}
