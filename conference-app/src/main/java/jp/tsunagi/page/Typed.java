package jp.tsunagi.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in a form, exactly as it was typed: texts by field name, readable or not. Names are those of the HTTP API
 * ({@code consent.validUntil}, {@code invitees[0].agency}); a date has the parts {@code .era .year .month .day}, a date
 * with an hour {@code .time} besides.
 *
 * <p>Names that begin with {@code _} are not fields: {@code _boxes} names the groups of check boxes on the form (an empty
 * group posts nothing), {@code _rows} the lists whose rows it holds.
 */
public final class Typed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ROW = Pattern.compile("\\[(\\d{1,3})]");

    private final Map<String, List<String>> values;

    private Typed(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Typed nothing() {
        return new Typed(Map.of());
    }

    /** The fields among the parameters of a posted form. */
    static Typed of(Map<String, List<String>> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.getOrDefault("_boxes", List.of()).forEach(group -> values.put(group, List.of()));
        parameters.forEach((name, texts) -> {
            if (!name.startsWith("_")) {
                values.put(name, texts.stream().map(Typed::lines).toList());
            }
        });
        return new Typed(values);
    }

    static Typed from(Map<String, List<String>> values) {
        return new Typed(new LinkedHashMap<>(values));
    }

    static Typed parse(String json) {
        return new Typed(JSON.readValue(json, new TypeReference<LinkedHashMap<String, List<String>>>() {}));
    }

    String json() {
        return JSON.writeValueAsString(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** The text of a field, empty where there is none. */
    public String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All that was chosen in a group of boxes. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, Object value) {
        return all(name).contains(String.valueOf(value));
    }

    public boolean isEmpty() {
        return values.values().stream().flatMap(List::stream).allMatch(String::isBlank);
    }

    /** How many rows the list has, blank ones included. */
    public int rows(String list) {
        return rowNumbers(list).stream().mapToInt(number -> number + 1).max().orElse(0);
    }

    /** Numbers of the rows to show: at least one. */
    public List<Integer> shownRows(String list) {
        return IntStream.range(0, Math.max(rows(list), 1)).boxed().toList();
    }

    public Typed with(String name, String... texts) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(texts));
        return new Typed(changed);
    }

    /** The same with what another form has: the fields it has, and all rows of its lists. */
    Typed with(Typed other, Collection<String> lists) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(name -> lists.stream().anyMatch(list -> name.startsWith(list + "[")));
        changed.putAll(other.values);
        return new Typed(changed);
    }

    Typed withRow(String list) {
        return with(list + "[" + rows(list) + "].", "");
    }

    Typed withoutRow(String list, int row) {
        return renumbered(list, number -> number == row ? -1 : number > row ? number - 1 : number);
    }

    /** Rows in which nothing stands fall out, and the others move up. */
    public Typed withoutBlankRows() {
        Typed cleaned = this;
        for (String list : lists()) {
            Map<Integer, Integer> places = new TreeMap<>();
            for (int row = 0; row < cleaned.rows(list); row++) {
                String prefix = list + "[" + row + "]";
                Map<String, List<String>> all = cleaned.values;
                boolean blank = all.keySet().stream()
                        .filter(name -> name.startsWith(prefix))
                        .allMatch(name ->
                                all.getOrDefault(name, List.of()).stream().allMatch(String::isBlank));
                if (!blank) {
                    places.put(row, places.size());
                }
            }
            cleaned = cleaned.renumbered(list, row -> places.getOrDefault(row, -1));
        }
        return cleaned;
    }

    private List<String> lists() {
        return values.keySet().stream()
                .filter(name -> ROW.matcher(name).find())
                .map(name -> name.substring(0, name.indexOf('[')))
                .distinct()
                .toList();
    }

    private List<Integer> rowNumbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : values.keySet()) {
            Matcher row = ROW.matcher(name);
            if (name.startsWith(list + "[") && row.find(list.length()) && row.start() == list.length()) {
                numbers.add(Integer.valueOf(row.group(1)));
            }
        }
        return numbers;
    }

    private Typed renumbered(String list, UnaryOperator<Integer> place) {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        values.forEach((name, texts) -> {
            Matcher row = ROW.matcher(name);
            if (name.startsWith(list + "[") && row.find(list.length()) && row.start() == list.length()) {
                int to = place.apply(Integer.valueOf(row.group(1)));
                if (to >= 0) {
                    changed.put(list + "[" + to + "]" + name.substring(row.end()), texts);
                }
            } else {
                changed.put(name, texts);
            }
        });
        return new Typed(changed);
    }

    /** Browsers send line ends as CR LF; what is kept has LF. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
