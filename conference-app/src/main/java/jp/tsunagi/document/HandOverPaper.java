package jp.tsunagi.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one agency hands over to another (引継ぎ書), for that other one. What does not go along is not on it at all: hidden,
 * not chosen and never known look the same.
 *
 * @param from the agency that hands over
 * @param to the agency that takes over
 * @param day of the hand-over
 * @param agreed how she agreed to it, in words
 * @param person who she is and how she is reached
 * @param story what is told of her, part by part
 */
public record HandOverPaper(
        Edition edition,
        String from,
        String to,
        LocalDate day,
        @Nullable String agreed,
        Person person,
        Story story,
        List<Deadline> deadlines,
        List<Measure> measures) {

    public HandOverPaper {
        deadlines = List.copyOf(deadlines);
        measures = List.copyOf(measures);
    }

    public record Person(
            @Nullable String name,
            @Nullable String kana,
            @Nullable String callName,
            @Nullable LocalDate birthDate,
            @Nullable Integer approximateAge,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String safeContact,
            List<String> needs) {

        public Person {
            needs = List.copyOf(needs);
        }
    }

    public record Story(
            @Nullable String currentSituation,
            @Nullable String caseOverview,
            @Nullable String wishes,
            @Nullable String outcome,
            @Nullable String policy,
            @Nullable String children,
            @Nullable String remarks) {}

    /** @param procedure code of it, see the words of the template */
    public record Deadline(@Nullable String procedure, @Nullable LocalDate until, @Nullable String note) {}

    /**
     * Something that was begun and is to go on.
     *
     * @param area code of what it is for, see the words of the template
     * @param agency name of the agency that has done it so far
     */
    public record Measure(
            @Nullable String area, @Nullable String what, @Nullable String agency, @Nullable LocalDate due) {}
}
