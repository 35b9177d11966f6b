package ykien.moderation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.comment.DeskKeys;
import ykien.listing.Cursor;
import ykien.listing.Page;

/// The piles in the indexes `piles`, `underArticle` and `bySender` of the table `Comments`. An index is a moment
/// behind the table: what it names is read from the table, and what no longer lies there is left out.
final class DynamoDbPiles implements Piles {
    private final DynamoDbClient dynamoDb;
    private final DynamoDbItems items;
    private final DeskTables tables;

    DynamoDbPiles(DynamoDbClient dynamoDb, DeskTables tables, CommentPeriod period, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.items = new DynamoDbItems(dynamoDb, tables, period, clock);
        this.tables = tables;
    }

    @Override
    public Page<Moderated> page(Listing listing, Optional<Cursor> after) {
        var places = places(listing, after, PAGE + 1);
        var page = Page.of(places, PAGE, Place::cursor);
        return new Page<>(items.moderated(read(listing, page.items())), page.next());
    }

    @Override
    public Found search(Listing listing, Sought sought, Optional<Cursor> after) {
        var places = places(listing, after, EXAMINED + 1);
        var looked = Math.min(places.size(), EXAMINED);
        var found = new ArrayList<DeskItem>();
        var examined = 0;
        while (examined < looked && found.size() < PAGE) {
            var some = places.subList(examined, Math.min(examined + DynamoDbItems.BATCH, looked));
            var read = items.comments(ids(some));
            for (var place : some) {
                examined++;
                Optional.ofNullable(read.get(place.id()))
                        .filter(item -> lies(item, listing) && item.has(sought))
                        .ifPresent(found::add);
                if (found.size() == PAGE) {
                    break;
                }
            }
        }
        var next =
                examined < places.size() ? Optional.of(places.get(examined - 1).cursor()) : Optional.<Cursor>empty();
        return new Found(items.moderated(found), examined, next);
    }

    @Override
    public Optional<Moderated> find(CommentId comment) {
        return items.moderated(List.copyOf(items.comments(Set.of(comment)).values())).stream()
                .findFirst();
    }

    @Override
    public Optional<ArticleLine> article(Slug article) {
        return items.article(article).map(items::line);
    }

    /// The comments of these places that still lie there, in order.
    private List<DeskItem> read(Listing listing, List<Place> places) {
        var read = items.comments(ids(places));
        return places.stream()
                .flatMap(place -> Optional.ofNullable(read.get(place.id())).stream())
                .filter(item -> lies(item, listing))
                .toList();
    }

    private static Set<CommentId> ids(List<Place> places) {
        return Set.copyOf(places.stream().map(Place::id).toList());
    }

    private static boolean lies(DeskItem item, Listing listing) {
        var pile = item.dossier().standing().pile();
        return switch (listing) {
            case Listing.Whole whole -> pile == whole.pile();
            case Listing.Under under -> pile == under.pile() && item.article().equals(under.article());
            case Listing.FromSenderOf _ -> true;
        };
    }

    private List<Place> places(Listing listing, Optional<Cursor> after, int limit) {
        return partitions(listing)
                .map(partitions -> new DynamoDbPlaces(dynamoDb, tables.comments(), partitions).after(after, limit))
                .orElse(List.of());
    }

    /// Where in which index the list stands; nowhere, where it is of the sender of a comment that is not there.
    private Optional<DynamoDbPlaces.Partitions> partitions(Listing listing) {
        return switch (listing) {
            case Listing.Whole whole ->
                Optional.of(new DynamoDbPlaces.Partitions(
                        "piles", DeskItem.PILE, DeskKeys.shards(whole.pile().word()), isOldestFirst(whole.pile())));
            case Listing.Under under ->
                Optional.of(new DynamoDbPlaces.Partitions(
                        "underArticle",
                        DeskItem.DESK,
                        List.of(DeskKeys.underArticle(
                                under.article(), under.pile().word())),
                        isOldestFirst(under.pile())));
            case Listing.FromSenderOf of ->
                items.comments(Set.of(of.comment())).values().stream()
                        .findFirst()
                        .map(item -> new DynamoDbPlaces.Partitions(
                                "bySender", DeskItem.SENDER, List.of(item.sender()), false));
        };
    }

    private static boolean isOldestFirst(State pile) {
        return pile == State.WAITING;
    }
}
