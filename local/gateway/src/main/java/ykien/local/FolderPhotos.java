package ykien.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ykien.article.PhotoName;
import ykien.articles.Photos;
import ykien.http.Body;
import ykien.http.Problem;
import ykien.http.Refusal;
import ykien.http.Response;

/// Photos where they lie beside their articles. In the cloud readers are sent on to a bucket instead.
record FolderPhotos(Map<PhotoName, Path> files) implements Photos {
    @Override
    public Response show(PhotoName photo) {
        var file = Optional.ofNullable(files.get(photo)).orElseThrow(() -> new Refusal(Problem.unknownPage()));
        try {
            return Response.ok(photo.mediaType(), Body.of(Files.readAllBytes(file)))
                    .withHeader("cache-control", "public, max-age=31536000, immutable");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read any more", e);
        }
    }

    @Override
    public String origin() {
        return "";
    }
}
