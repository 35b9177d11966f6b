package ykien.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import ykien.article.PhotoName;
import ykien.article.Slug;

/// A photo on this machine's disk.
///
/// @param file where it lies
/// @param name what it is published as: it holds a hash of the content
/// @param width in pixels, as browsers show it
/// @param height in pixels, as browsers show it
public record PhotoFile(Path file, PhotoName name, int width, int height) {
    /// In bytes: more than a page should make a reader load.
    private static final long LARGEST = 8 * 1024 * 1024;

    /// @param fault makes what is thrown of what is wrong, such as "is not there"
    static PhotoFile read(Path file, Function<String, BrokenFile> fault) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isReadable(file)) {
            throw fault.apply(
                    "names the file " + file.getFileName() + ", which is not in the folder or may not be read");
        }
        var size = Files.size(file);
        if (size > LARGEST) {
            throw fault.apply("has " + size + " bytes, at most " + LARGEST + " are published");
        }
        var bytes = Files.readAllBytes(file);
        var picture = Picture.of(bytes)
                .orElseThrow(() -> fault.apply("is no JPEG, PNG or GIF, whatever its name, or is cut off"));
        return new PhotoFile(file, name(file, bytes, picture.kind()), picture.width(), picture.height());
    }

    /// Its bytes, of which [#name] holds the hash.
    ///
    /// @throws IOException if it can't be read, or has changed since the folder was read
    public byte[] bytes() throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!name.value().contains("." + hash(bytes) + ".")) {
            throw new IOException(file.getFileName() + " changed while it was being published");
        }
        return bytes;
    }

    private static PhotoName name(Path file, byte[] bytes, String kind) {
        var called = String.valueOf(file.getFileName());
        var dot = called.lastIndexOf('.');
        var slug = Slugs.of(dot > 0 ? called.substring(0, dot) : called).orElse(new Slug("photo"));
        return new PhotoName(slug + "." + hash(bytes) + "." + kind);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
