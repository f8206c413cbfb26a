package jp.tsunagi.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of one visit as it is typed: in place of the former one. */
record ProceduresForm(@Nullable List<Row> procedures) {

    /**
     * @param id of a row that was there before: what is ticked off stays so
     * @param catalogue key of the measure of the catalogue that it was taken from
     * @param visit at which stop of her visit; rows with the same number are done at one stop
     * @param division where; a section of the agency is found by its name
     * @param documents what she brings
     * @param carryWords how it is called on the paper that she carries; without any it is not on it
     */
    record Row(
            @Nullable String id,
            @Nullable String catalogue,
            @Nullable Integer visit,
            @Nullable String procedure,
            @Nullable String division,
            @Nullable List<String> documents,
            @Nullable String note,
            @Nullable String carryWords) {}
}
