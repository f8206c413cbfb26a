package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What follows a confirmed version until the case is closed: kept beside the versions, which it does not change.
 *
 * @param items by measure; none for a measure of which nothing was said and of which nobody was told
 * @param reviews the oldest first
 * @param reviewTold the review day that the lead agency was reminded of, null where it was of none
 * @param lookOn the next day on which to see whether somebody is to be told of something; null where nothing is awaited
 */
record Followed(
        List<ItemState> items,
        List<ReviewRecord> reviews,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate reviewTold,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate lookOn) {

    static final Followed NOTHING = new Followed(List.of(), List.of(), null, null);

    Followed {
        items = List.copyOf(items);
        reviews = List.copyOf(reviews);
    }

    ItemState item(@Nullable String measure) {
        return items.stream()
                .filter(item -> item.measure().equals(measure))
                .findFirst()
                .orElseGet(() -> ItemState.of(measure == null ? "" : measure));
    }

    Followed with(ItemState changed) {
        List<ItemState> all = new ArrayList<>(items);
        all.removeIf(item -> item.measure().equals(changed.measure()));
        all.add(changed);
        return new Followed(all, reviews, reviewTold, lookOn);
    }

    Followed with(ReviewRecord review) {
        List<ReviewRecord> all = new ArrayList<>(reviews);
        all.add(review);
        return new Followed(items, all, reviewTold, lookOn);
    }

    Followed remindedOfReview(LocalDate day) {
        return new Followed(items, reviews, day, lookOn);
    }

    Followed lookingOn(@Nullable LocalDate day) {
        return new Followed(items, reviews, reviewTold, day);
    }

    /** By when the version in force is to be looked at again: as the last review of it says, or else the version itself. */
    @Nullable LocalDate nextReview(VersionRecord inForce) {
        return reviews.stream()
                .filter(review -> review.version() == inForce.number())
                .reduce((former, latter) -> latter)
                .map(ReviewRecord::nextReview)
                .orElse(inForce.content().nextReview());
    }
}
