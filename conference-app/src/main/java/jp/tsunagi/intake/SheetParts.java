package jp.tsunagi.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagi.conference.FieldCheck;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/** What she told, part by part, in her words; a component for each {@link IntakePart}, by the name of its field. */
record SheetParts(
        @Classified(FieldClass.CONTACT) @Nullable String reach,
        @Classified(FieldClass.LOCATION) @Nullable String housing,
        @Classified(FieldClass.NARRATIVE) @Nullable String livelihood,
        @Classified(FieldClass.CHILDREN) @Nullable String children,
        @Classified(FieldClass.SENSITIVE) @Nullable String health,
        @Classified(FieldClass.NARRATIVE) @Nullable String work,
        @Classified(FieldClass.NARRATIVE) @Nullable String legal,
        @Classified(FieldClass.NARRATIVE) @Nullable String care) {

    static final SheetParts EMPTY = new SheetParts(null, null, null, null, null, null, null, null);

    private static final int LONGEST = 4_000;

    @Nullable String of(IntakePart part) {
        return switch (part) {
            case REACH -> reach;
            case HOUSING -> housing;
            case LIVELIHOOD -> livelihood;
            case CHILDREN -> children;
            case HEALTH -> health;
            case WORK -> work;
            case LEGAL -> legal;
            case CARE -> care;
        };
    }

    /** All that is written. */
    List<String> texts() {
        return Stream.of(IntakePart.values())
                .map(this::of)
                .filter(Objects::nonNull)
                .toList();
    }

    void check(FieldCheck fields) {
        for (IntakePart part : IntakePart.values()) {
            fields.text(part.field(), of(part), LONGEST);
        }
    }
}
