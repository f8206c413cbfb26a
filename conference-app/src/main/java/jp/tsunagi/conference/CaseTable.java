package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.document.CsvFile;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A list of conferences as a table for a spreadsheet: what the list on the screen can show, in Japanese, and no more. */
@Component
class CaseTable {

    private static final List<String> HEADS = List.of(
            "reference",
            "number",
            "agency",
            "received",
            "received-era",
            "meeting",
            "meeting-era",
            "officer",
            "urgent",
            "state",
            "due",
            "due-era");

    private final Directory directory;
    private final MessageSource messages;

    CaseTable(Directory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * @param names of case officers, by account
     * @param notice whether it begins with whom it is for, and that it must not be copied
     */
    byte[] of(List<Listed> rows, Map<String, String> names, boolean notice, Officer reader) {
        List<List<String>> table = new ArrayList<>();
        if (notice) {
            table.add(List.of(
                    text("export.no-copies"),
                    text("export.audience", directory.nameOf(reader.agency().value()))));
        }
        table.add(HEADS.stream().map(head -> text("export.column." + head)).toList());
        rows.forEach(row -> table.add(cells(row, names)));
        return CsvFile.of(table);
    }

    private List<String> cells(Listed row, Map<String, String> names) {
        LocalDateTime meeting = row.meeting();
        return Stream.of(
                        row.isDraft() ? text("case.no-reference") : row.reference(),
                        row.number() == null ? "" : text("list.nth", row.number()),
                        row.requestingAgency() == null ? "" : directory.nameOf(row.requestingAgency()),
                        iso(row.received()),
                        era(row.received()),
                        meeting == null ? "" : meeting.toLocalDate() + " " + meeting.toLocalTime(),
                        era(meeting == null ? null : meeting.toLocalDate()),
                        row.officer() == null
                                ? ""
                                : names.getOrDefault(row.officer().value(), ""),
                        row.urgent() ? text("case.urgent") : "",
                        text("state." + row.state()),
                        iso(row.due()),
                        era(row.due()))
                .toList();
    }

    private static String iso(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String era(@Nullable LocalDate date) {
        return date == null ? "" : EraDates.format(date);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, Locale.JAPANESE);
    }
}
