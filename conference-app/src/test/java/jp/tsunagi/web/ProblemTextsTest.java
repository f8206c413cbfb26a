package jp.tsunagi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.junit.jupiter.api.Test;

/** Whatever the sources refuse with has its words, in both languages, and no words are left over. */
class ProblemTextsTest {

    private static final int LONGEST_SENTENCE = 60;
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String RULE = "[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+";
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RULE_CALL =
            Pattern.compile("\\b(?:Refusal\\.(?:conflict|forbidden|unavailable|invalid|gone)"
                    + "|new Refusal|refuseUnder|Answer\\.of)\\(");
    private static final Pattern PROBLEM_CALL = Pattern.compile(
            "\\b(?:FieldProblem\\.of|Unreadable\\.because|(?:fields|check|problems)\\.add|(?<!\\.)add)\\(");

    private static final Pattern CHECK_CALL =
            Pattern.compile("\\b(?:fields\\.(?:required|present|text|name|agency|atMost)|requireText)\\(");

    private final Properties japanese = read("problems_ja.properties");
    private final Properties english = read("problems_en.properties");
    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void saysEveryRule() {
        Set<String> rules = rules();

        assertThat(rules)
                .hasSizeGreaterThan(50)
                .contains("consent.not-valid", "decision.director-only", "audit.unavailable");
        assertThat(keys("rule.")).containsExactlyInAnyOrderElementsOf(with(rules, "not-found", "other"));
    }

    @Test
    void saysEveryProblemOfAField() {
        Set<String> problems = problems();

        assertThat(problems).hasSizeGreaterThan(50).contains("required", "not-deputy", "era-ended", "unknown-agency");
        Set<String> said = new TreeSet<>();
        keys("field.").forEach(key -> said.add(key.replaceFirst("\\.\\d$", "")));
        assertThat(said).containsExactlyInAnyOrderElementsOf(with(problems, "other"));
    }

    @Test
    void hasALabelForEveryFieldAndNoneForWhatIsNone() {
        Set<String> words = sources()
                .flatMap(source ->
                        Pattern.compile("[A-Za-z][A-Za-z-]*").matcher(source).results())
                .map(found -> found.group())
                .collect(Collectors.toSet());
        Set<String> labels = keys("label.");

        assertThat(labels).hasSizeGreaterThan(80);
        assertThat(labels).filteredOn(Predicate.not("other"::equals)).allMatch(label -> Stream.of(label.split("\\."))
                .allMatch(words::contains));
        assertThat(named()).hasSizeGreaterThan(50).allSatisfy(field -> assertThat(
                        texts.field(FieldProblem.of(field, "required"), Locale.JAPANESE))
                .as(field)
                .doesNotContain("この項目"));
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(english.stringPropertyNames()).isEqualTo(japanese.stringPropertyNames());
        japanese.stringPropertyNames()
                .forEach(key -> assertThat(holes(english, key)).as(key).isEqualTo(holes(japanese, key)));
    }

    @Test
    void speaksPlainlyAndBriefly() {
        japanese.forEach((key, sentence) -> assertThat(((String) sentence).replace(",number,#", ""))
                .as("%s", key)
                .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE)
                .doesNotContain("不正", "無効", "エラー", "必須", "申し訳", "！", "!", "'"));
        english.forEach((key, sentence) -> assertThat((String) sentence)
                .as("%s", key)
                .hasSizeLessThanOrEqualTo(2 * LONGEST_SENTENCE)
                .isNotBlank()
                .doesNotContain("invalid", "Invalid", "error", "sorry", "!", "'"));
    }

    @Test
    void writesDatesAsThePeopleDo() {
        FieldProblem problem = FieldProblem.of("actions[0].due", "not-before", "2026-12-03");

        assertThat(texts.field(problem, Locale.JAPANESE)).isEqualTo("期限は令和8年12月3日以降にしてください");
        assertThat(texts.field(problem, Locale.ENGLISH)).isEqualTo("due date must not be before 3 December 2026");
        assertThat(texts.field(FieldProblem.of("due", "not-before", LocalDate.of(2019, 5, 1)), Locale.JAPANESE))
                .contains("令和元年5月1日");
    }

    @Test
    void countsOnlyWhereThereIsACount() {
        assertThat(texts.field(FieldProblem.of("name", "too-long", 100), Locale.JAPANESE))
                .isEqualTo("対象者氏名は100文字以内にしてください");
        assertThat(texts.field(FieldProblem.of("name", "too-long", 100, 128), Locale.JAPANESE))
                .isEqualTo("対象者氏名は100文字以内にしてください（いま128文字）");
    }

    @Test
    void namesAFieldByWhatItIsInThatPlace() {
        assertThat(said("account.invalid", "name")).isEqualTo("氏名を入力してください");
        assertThat(said("agency.invalid", "name")).isEqualTo("機関名を入力してください");
        assertThat(said("request.incomplete", "name")).isEqualTo("対象者氏名を入力してください");
        assertThat(said("outcome.incomplete", "attendance[3].name")).isEqualTo("出席者氏名を入力してください");
    }

    @Test
    void hasWordsForWhatNobodyWroteWordsFor() {
        assertThat(texts.rule("new.rule", Locale.ENGLISH)).isEqualTo("This was refused. Check what was sent");
        assertThat(texts.field(FieldProblem.of("newField", "new-problem"), Locale.JAPANESE))
                .isEqualTo("この項目を確認してください");
        assertThat(texts.title(418, Locale.JAPANESE)).isEqualTo("受け付けられません");
    }

    private String said(String rule, String field) {
        Refusal refusal = new Refusal(rule, Refusal.Kind.INVALID, List.of(FieldProblem.of(field, "required")));
        return Objects.requireNonNull(texts.fields(refusal, Locale.JAPANESE).get(field));
    }

    private Set<String> keys(String prefix) {
        return japanese.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> holes(Properties texts, String key) {
        return Pattern.compile("\\{\\d")
                .matcher(texts.getProperty(key))
                .results()
                .map(found -> found.group())
                // A sentence may do without the label, which is always there.
                .filter(hole -> !key.startsWith("field.") || !hole.equals("{0"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> with(Set<String> found, String... more) {
        Set<String> all = new TreeSet<>(found);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        sources().forEach(source -> calls(source, RULE_CALL).forEach(arguments -> literals(
                        source, arguments.get(0).matches("\\d+|status") ? arguments.get(1) : arguments.get(0))
                .filter(text -> text.matches(RULE))
                .forEach(rules::add)));
        return rules;
    }

    private static Set<String> problems() {
        Set<String> problems = new TreeSet<>();
        sources().forEach(source -> problemCalls(source)
                .forEach(arguments -> literals(source, arguments.get(arguments.size() > 1 ? 1 : 0))
                        .filter(text -> text.matches("[a-z]+(?:-[a-z]+)*"))
                        .forEach(problems::add)));
        // Given to the reader of a kind of text, which says it.
        problems.addAll(List.of("kind-text"));
        return problems;
    }

    /** The fields that sources name in full. */
    private static Set<String> named() {
        Set<String> fields = new TreeSet<>();
        sources().forEach(source -> Stream.concat(calls(source, PROBLEM_CALL), calls(source, CHECK_CALL))
                .filter(arguments -> arguments.size() > 1)
                .forEach(arguments -> LITERAL.matcher(arguments.get(0))
                        .results()
                        .map(found -> found.group(1))
                        .filter(text -> text.matches("\\.?[a-z][A-Za-z.]+[A-Za-z]"))
                        .forEach(fields::add)));
        return fields;
    }

    private static Stream<List<String>> problemCalls(String source) {
        return Stream.concat(
                calls(source, PROBLEM_CALL).filter(arguments -> arguments.size() > 1),
                calls(source, Pattern.compile("Unreadable\\.because\\(")).map(arguments -> List.of(arguments.get(0))));
    }

    /** The arguments of each call, split at the commas between them. */
    private static Stream<List<String>> calls(String source, Pattern call) {
        Matcher matcher = call.matcher(source);
        return matcher.results().map(found -> arguments(source, found.end())).filter(found -> !found.isEmpty());
    }

    private static List<String> arguments(String source, int from) {
        List<String> arguments = new java.util.ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            }
            if (!quoted && ")]}".indexOf(c) >= 0 && --depth < 0) {
                arguments.add(argument.toString().strip());
                return arguments;
            }
            if (!quoted && depth == 0 && c == ',') {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        return List.of();
    }

    /** The literals of an argument, and those of the constants that it names. */
    private static Stream<String> literals(String source, String argument) {
        Matcher constant = Pattern.compile("\\b" + Pattern.quote(argument) + "\\s*=\\s*(\"[^\"]*\")")
                .matcher(source);
        String expression = argument.matches("[A-Z_]+") && constant.find() ? constant.group(1) : argument;
        return LITERAL.matcher(expression).results().map(found -> found.group(1));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemTextsTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ProblemTextsTest.class.getResourceAsStream("/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
