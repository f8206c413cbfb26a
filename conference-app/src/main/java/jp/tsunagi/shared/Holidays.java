package jp.tsunagi.shared;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** National holidays, by name (config/holidays.csv). */
public record Holidays(Map<LocalDate, String> names) {

    public Holidays {
        names = Map.copyOf(names);
    }

    /** Reads lines of date and name, after a header line; what else stands in a line is for its readers. */
    public static Holidays parse(String csv) {
        return new Holidays(csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        cells -> LocalDate.parse(cells[0]),
                        cells -> cells.length > 1 ? cells[1] : "",
                        (one, other) -> one)));
    }

    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(names.get(day));
    }
}
