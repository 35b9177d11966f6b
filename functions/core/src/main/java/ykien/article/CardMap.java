package ykien.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// A card as the map attribute `card`, which the indexes project whole: a later field needs no new index. The
/// category stands in it too, for the index `latest` has no other attribute; the photo field by field.
record CardMap(
        String title,
        @Nullable String dek,
        @Nullable String category,
        @Nullable String categoryName,
        @Nullable String photoName,
        int photoWidth,
        int photoHeight,
        @Nullable String photoAlt,
        @Nullable String photoCaption) {

    static final CardMap EMPTY = new CardMap("", null, null, null, null, 0, 0, null, null);

    static final TableSchema<CardMap> SCHEMA = StaticImmutableTableSchema.builder(CardMap.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::map)
            .addAttribute(
                    String.class, a -> a.name("title").getter(CardMap::title).setter((d, v) -> d.title = v))
            .addAttribute(String.class, a -> a.name("dek").getter(CardMap::dek).setter((d, v) -> d.dek = v))
            .addAttribute(
                    String.class,
                    a -> a.name("category").getter(CardMap::category).setter((d, v) -> d.category = v))
            .addAttribute(
                    String.class,
                    a -> a.name("categoryName").getter(CardMap::categoryName).setter((d, v) -> d.categoryName = v))
            .addAttribute(
                    String.class,
                    a -> a.name("photo").getter(CardMap::photoName).setter((d, v) -> d.photoName = v))
            .addAttribute(
                    Integer.class,
                    a -> a.name("width").getter(CardMap::photoWidth).setter((d, v) -> d.photoWidth = v))
            .addAttribute(
                    Integer.class,
                    a -> a.name("height").getter(CardMap::photoHeight).setter((d, v) -> d.photoHeight = v))
            .addAttribute(
                    String.class, a -> a.name("alt").getter(CardMap::photoAlt).setter((d, v) -> d.photoAlt = v))
            .addAttribute(
                    String.class,
                    a -> a.name("caption").getter(CardMap::photoCaption).setter((d, v) -> d.photoCaption = v))
            .build();

    static CardMap of(Card card) {
        var photo = card.photo();
        return new CardMap(
                card.title(),
                card.dek().orElse(null),
                card.category().map(c -> c.slug().value()).orElse(null),
                card.category().map(Category::name).orElse(null),
                photo.map(p -> p.name().value()).orElse(null),
                photo.map(Photo::width).orElse(0),
                photo.map(Photo::height).orElse(0),
                photo.map(Photo::alt).orElse(null),
                photo.flatMap(Photo::caption).orElse(null));
    }

    Optional<Category> toCategory() {
        return Optional.ofNullable(category)
                .map(c -> new Category(
                        new Slug(c), Optional.ofNullable(categoryName).orElse(c)));
    }

    Optional<Photo> photo() {
        return Optional.ofNullable(photoName)
                .map(name -> new Photo(
                        new PhotoName(name),
                        photoWidth,
                        photoHeight,
                        Optional.ofNullable(photoAlt).orElse(""),
                        Optional.ofNullable(photoCaption)));
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String title = "";
        private @Nullable String dek;
        private @Nullable String category;
        private @Nullable String categoryName;
        private @Nullable String photoName;
        private int photoWidth;
        private int photoHeight;
        private @Nullable String photoAlt;
        private @Nullable String photoCaption;

        CardMap map() {
            return new CardMap(
                    title, dek, category, categoryName, photoName, photoWidth, photoHeight, photoAlt, photoCaption);
        }
    }
}
