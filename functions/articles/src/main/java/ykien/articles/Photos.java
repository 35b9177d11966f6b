package ykien.articles;

import java.time.InstantSource;
import ykien.article.PhotoName;
import ykien.http.Response;

/// Where photos are. In the cloud: a private bucket, and readers are sent there with a signed address.
public interface Photos {
    /// The answer to whoever asks for this photo.
    Response show(PhotoName photo);

    /// The origin that photos come from besides the site itself, for `img-src`; empty text for none.
    String origin();

    /// The photos in this bucket, with the credentials and in the region of this process.
    static Photos in(String bucket, InstantSource clock) {
        return SignedPhotos.in(bucket, clock);
    }
}
