package jp.tsunagi.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of eras: {@code config/eras.csv}, overridden by a file of that name beside the working directory.
 *
 * <p>The calendar before 1 January of Meiji 6 (1873) was lunar and is not covered.
 */
record Eras(List<Era> all) {

    static final LocalDate FIRST_DAY = LocalDate.of(1873, 1, 1);

    private static final String FILE = "config/eras.csv";

    /**
     * One era.
     *
     * @param name kanji, such as 昭和
     * @param letter Latin capital, such as S
     * @param firstDay its first day, which is a day of its year 1
     * @param lastDay its last day; null for the running era
     */
    record Era(String name, String letter, LocalDate firstDay, @Nullable LocalDate lastDay) {

        int yearOf(LocalDate date) {
            return date.getYear() - firstDay.getYear() + 1;
        }

        int westernYear(int yearOfEra) {
            return firstDay.getYear() + yearOfEra - 1;
        }

        boolean isWritten(String text) {
            return text.equals(name) || text.equals(name.substring(0, 1)) || text.equals(letter);
        }
    }

    static final Eras TABLE = read();

    /** The era that a day belongs to. @throws java.time.DateTimeException before 1873 */
    Era of(LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            throw new java.time.DateTimeException("The solar calendar begins on " + FIRST_DAY);
        }
        for (int i = all.size() - 1; i > 0; i--) {
            if (!date.isBefore(all.get(i).firstDay())) {
                return all.get(i);
            }
        }
        return all.get(0);
    }

    /** The era written as its name, its first character or its letter in either case. */
    Optional<Era> named(String text) {
        String written = text.toUpperCase(Locale.ROOT);
        return all.stream().filter(era -> era.isWritten(written)).findFirst();
    }

    private static Eras read() {
        try {
            Path override = Path.of(FILE);
            if (Files.isRegularFile(override)) {
                return parse(Files.readString(override), override.toString());
            }
            try (InputStream in = Eras.class.getResourceAsStream("/defaults/" + FILE)) {
                if (in == null) {
                    throw new IllegalStateException("The table of eras is missing: " + FILE);
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of eras cannot be read: " + FILE, e);
        }
    }

    /** @throws IllegalStateException naming the line, where one cannot be read or the order is wrong */
    static Eras parse(String table, String source) {
        List<Era> eras = new ArrayList<>();
        int number = 0;
        for (String line : table.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] column = line.split(",", -1);
            LocalDate first = column.length == 4 ? dayOrNull(column[3].strip()) : null;
            if (first == null || column[0].isBlank() || !column[1].strip().matches("[A-Z]")) {
                throw new IllegalStateException(
                        source + " line " + number + ": write name,letter,ligature,first day as 令和,R,㋿,2019-05-01");
            }
            if (!eras.isEmpty()) {
                Era before = eras.remove(eras.size() - 1);
                if (!first.isAfter(before.firstDay())) {
                    throw new IllegalStateException(source + " line " + number + ": write the eras in order of time");
                }
                eras.add(new Era(before.name(), before.letter(), before.firstDay(), first.minusDays(1)));
            }
            eras.add(new Era(column[0].strip(), column[1].strip(), first, null));
        }
        if (eras.isEmpty()) {
            throw new IllegalStateException(source + " names no era");
        }
        return new Eras(List.copyOf(eras));
    }

    private static @Nullable LocalDate dayOrNull(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }
}
