package ykien.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import ykien.article.PhotoName;

/// Photos beside kept tables: an article that is there from an earlier start has its photo still, whatever folder is
/// published now.
record KeptPhotos(Path folder) {
    /// Keeps these, and gives all that are kept.
    ///
    /// @throws StartFailure if the folder can't be written to
    Map<PhotoName, Path> with(Map<PhotoName, Path> photos) throws StartFailure {
        try {
            Files.createDirectories(folder);
            for (var photo : photos.entrySet()) {
                Files.copy(
                        photo.getValue(), folder.resolve(photo.getKey().value()), StandardCopyOption.REPLACE_EXISTING);
            }
            return all();
        } catch (IOException e) {
            throw new StartFailure(folder + " can't keep photos: " + e.getMessage(), e);
        }
    }

    private Map<PhotoName, Path> all() throws IOException {
        var all = new HashMap<PhotoName, Path>();
        try (var files = Files.list(folder)) {
            files.forEach(
                    file -> PhotoName.parse(String.valueOf(file.getFileName())).ifPresent(name -> all.put(name, file)));
        }
        return all;
    }
}
