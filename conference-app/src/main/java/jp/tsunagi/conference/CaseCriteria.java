package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.schedule.Urgency;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for: all of what is given must fit.
 *
 * @param text a reference, or a whole name; empty for any. Not asked here, but by {@link CaseSearch}
 * @param state as displayed to the officer; null for any
 * @param phases any where there is none
 * @param deadline how near the due date is; null for any
 * @param agency code of the requesting agency; empty for any
 * @param officer account of the Center's case officer, or {@link #NOBODY}; empty for any
 * @param year fiscal year in which it was submitted; null for any
 */
record CaseCriteria(
        String text,
        @Nullable String state,
        Set<Phase> phases,
        @Nullable Urgency deadline,
        String agency,
        String officer,
        @Nullable Integer year) {

    /** Nobody at the Center has taken it. */
    static final String NOBODY = "none";

    static final CaseCriteria ALL = new CaseCriteria("", null, Set.of(), null, "", "", null);

    private static final int LONGEST = 100;
    private static final int DAYS_SOON = 3;
    private static final int DAYS_OF_A_WEEK = 7;

    CaseCriteria {
        phases = Set.copyOf(phases);
    }

    static CaseCriteria inState(@Nullable String state) {
        return new CaseCriteria("", state, Set.of(), null, "", "", null);
    }

    /** Reads what a form posted, or what was kept of it; what it does not know it leaves out. */
    static CaseCriteria of(Map<String, String> given) {
        String text = given.getOrDefault("text", "").strip();
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (String name : given.getOrDefault("phases", "").split(",", -1)) {
            Arrays.stream(Phase.values()).filter(p -> p.name().equals(name)).forEach(phases::add);
        }
        Urgency deadline = Arrays.stream(Urgency.values())
                .filter(u -> u != Urgency.LATER && u.name().equals(given.get("deadline")))
                .findFirst()
                .orElse(null);
        String year = given.getOrDefault("year", "");
        return new CaseCriteria(
                text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                null,
                phases,
                deadline,
                given.getOrDefault("agency", "").strip(),
                given.getOrDefault("officer", "").strip(),
                year.matches("20\\d\\d") ? (Integer) Integer.parseInt(year) : null);
    }

    /** As {@link #of} reads it: only what is asked for. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("text", text);
        kept.put("phases", phases.stream().sorted().map(Phase::name).collect(Collectors.joining(",")));
        kept.put("deadline", deadline == null ? "" : deadline.name());
        kept.put("agency", agency);
        kept.put("officer", officer);
        kept.put("year", year == null ? "" : year.toString());
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    /** The same without one of its conditions; of the phases without that one. */
    CaseCriteria without(String name, String value) {
        Map<String, String> rest = kept();
        if (name.equals("phases")) {
            rest.put(
                    name,
                    phases.stream()
                            .map(Phase::name)
                            .filter(p -> !p.equals(value))
                            .collect(Collectors.joining(",")));
        } else {
            rest.remove(name);
        }
        return of(rest);
    }

    /** The same for whoever may not know who at the Center has a case. */
    CaseCriteria withoutOfficer() {
        return new CaseCriteria(text, state, phases, deadline, agency, "", year);
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** Whether it fits, by what the policy shows of it. */
    boolean fits(Listed listed, LocalDate today) {
        LocalDate due = listed.due();
        LocalDate received = listed.received();
        return (state == null || listed.state().equals(state))
                && (phases.isEmpty() || phases.contains(Phase.of(listed.state())))
                && (deadline == null || (due != null && deadline.includes(Urgency.of(due, today))))
                && (agency.isEmpty() || agency.equals(listed.requestingAgency()))
                && (officer.isEmpty() || officer.equals(officerOf(listed)))
                && (year == null
                        || (received != null && !received.isBefore(begin(year)) && received.isBefore(begin(year + 1))));
    }

    /** The same for the database, where nothing of what is asked is hidden from the officer. */
    Bson filter(LocalDate today) {
        List<Bson> all = new ArrayList<>();
        if (state != null) {
            all.add(eq("state", state));
        }
        if (!phases.isEmpty()) {
            all.add(in(
                    "state",
                    Arrays.stream(ConferenceState.values())
                            .map(ConferenceState::name)
                            .filter(name -> phases.contains(Phase.of(name)))
                            .toList()));
        }
        if (deadline != null) {
            all.add(due(deadline, today));
        }
        if (!agency.isEmpty()) {
            all.add(eq("team.agency", agency));
        }
        if (!officer.isEmpty()) {
            all.add(officer.equals(NOBODY) ? exists("officer", false) : eq("officer", officer));
        }
        if (year != null) {
            all.add(and(
                    gte("submittedOn", begin(year).toString()),
                    lt("submittedOn", begin(year + 1).toString())));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    private static Bson due(Urgency deadline, LocalDate today) {
        int days =
                switch (deadline) {
                    case OVERDUE -> -1;
                    case TODAY -> 0;
                    case THREE_DAYS -> DAYS_SOON;
                    case WEEK, LATER -> DAYS_OF_A_WEEK;
                };
        return deadline == Urgency.OVERDUE
                ? lt("dueOn", today.toString())
                : and(
                        gte("dueOn", today.toString()),
                        lte("dueOn", today.plusDays(days).toString()));
    }

    private static String officerOf(Listed listed) {
        return listed.officer() == null ? NOBODY : listed.officer().value();
    }

    /** 1 April. */
    private static LocalDate begin(int year) {
        return LocalDate.of(year, Month.APRIL, 1);
    }
}
