package ykien.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import ykien.http.Body;

/// Files that pages refer to, under names that hold a hash of their content: one version can be kept for ever.
///
/// @param folder the path that it stands under, such as `/assets/`
/// @param name without the hash, such as `site.css`
/// @param hash of the content
public record Asset(String folder, String name, String hash, String mediaType, Body body) {
    /// How the paper looks.
    public static final Asset STYLE_SHEET = load(Asset.class, "/assets/", "site.css", "text/css; charset=utf-8");

    /// The paper's icon.
    public static final Asset ICON = load(Asset.class, "/assets/", "icon.svg", "image/svg+xml");

    /// What the comment form's script does: the work that is asked for under attack.
    public static final Asset FORM_SCRIPT = load(Asset.class, "/assets/", "form.js", "text/javascript; charset=utf-8");

    /// An asset, and whether it was asked for under the name of this very version.
    record Found(Asset asset, boolean isCurrent) {}

    /// The path of this version: `/assets/site.0f3a9c1d2e4b.css`.
    public String path() {
        return folder + versioned();
    }

    /// The one of these assets that has this file name. A hash that is not the current one finds the current file:
    /// while a deployment is under way, pages of both versions are about.
    static Optional<Found> find(String fileName, List<Asset> among) {
        for (var asset : among) {
            if (asset.versioned().equals(fileName)) {
                return Optional.of(new Found(asset, true));
            }
            if (asset.isVersionOf(fileName)) {
                return Optional.of(new Found(asset, false));
            }
        }
        return Optional.empty();
    }

    private String versioned() {
        var dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + hash + name.substring(dot);
    }

    private boolean isVersionOf(String fileName) {
        var dot = name.lastIndexOf('.');
        var stem = name.substring(0, dot + 1);
        var kind = name.substring(dot);
        return fileName.startsWith(stem)
                && fileName.endsWith(kind)
                && fileName.length() == versioned().length()
                && fileName.substring(stem.length(), fileName.length() - kind.length())
                        .chars()
                        .allMatch(c -> Character.digit(c, 16) >= 0 && c < 'g');
    }

    /// The file of this name that lies beside that class.
    ///
    /// @throws IllegalStateException if there is none
    public static Asset load(Class<?> beside, String folder, String name, String mediaType) {
        try (var file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + beside.getName());
            }
            var bytes = file.readAllBytes();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
            return new Asset(folder, name, hash, mediaType, Body.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
