package jp.tsunagi.agency;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What an entry of the directory must look like. */
final class AgencyRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SECTION = 60;
    private static final int MOST_SECTIONS = 50;
    private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺー・ゝゞヽヾ 　0-9]+");
    private static final Pattern TELEPHONE = Pattern.compile("[0-9+()# -]{3,40}");

    private AgencyRules() {}

    /** @throws Refused with rule {@code agency.invalid}, naming every field that must be mended */
    static Agency entry(AgencyDraft draft, long version) {
        List<FieldProblem> problems = new ArrayList<>();
        String code = trimmed(draft.code());
        if (code.isEmpty()) {
            problems.add(FieldProblem.of("code", "required"));
        } else if (!AgencyCode.isCode(code)) {
            problems.add(FieldProblem.of("code", "agency-code"));
        }
        String name = text(draft.name(), "name", true, LONGEST_NAME, problems);
        String kana = text(draft.kana(), "kana", false, LONGEST_NAME, problems);
        if (!kana.isEmpty() && !KANA.matcher(kana).matches()) {
            problems.add(FieldProblem.of("kana", "kana"));
        }
        AgencyKind kind = draft.kind();
        if (kind == null) {
            problems.add(FieldProblem.of("kind", "required"));
            kind = AgencyKind.OTHER;
        }
        String telephone = Normalizer.normalize(trimmed(draft.contactWindow()), Normalizer.Form.NFKC);
        if (!telephone.isEmpty() && !TELEPHONE.matcher(telephone).matches()) {
            problems.add(FieldProblem.of("contactWindow", "telephone"));
        }
        String subprefecture = text(draft.subprefecture(), "subprefecture", false, LONGEST_NAME, problems);
        List<String> sections = sections(draft.sections(), kind, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid("agency.invalid", problems);
        }
        return new Agency(
                code,
                version,
                name,
                kana,
                kind,
                sections,
                telephone,
                subprefecture.isEmpty() ? null : subprefecture,
                Objects.requireNonNullElse(draft.reachableBy(), Reach.ONLINE),
                Boolean.TRUE.equals(draft.runsGateway()),
                !Boolean.FALSE.equals(draft.active()));
    }

    static AgencyDraft withCode(AgencyDraft draft, AgencyCode code) {
        return new AgencyDraft(
                code.value(),
                draft.name(),
                draft.kana(),
                draft.kind(),
                draft.sections(),
                draft.contactWindow(),
                draft.subprefecture(),
                draft.reachableBy(),
                draft.runsGateway(),
                draft.active(),
                draft.version());
    }

    static Agency inactive(Agency agency) {
        return copy(agency, agency.version() + 1, false);
    }

    static Agency atVersion(Agency agency, long version) {
        return copy(agency, version, agency.active());
    }

    private static Agency copy(Agency agency, long version, boolean active) {
        return new Agency(
                agency.id(),
                version,
                agency.name(),
                agency.kana(),
                agency.kind(),
                agency.sections(),
                agency.contactWindow(),
                agency.subprefecture(),
                agency.reachableBy(),
                agency.runsGateway(),
                active);
    }

    private static List<String> sections(@Nullable List<String> given, AgencyKind kind, List<FieldProblem> problems) {
        if (given == null || given.isEmpty()) {
            return List.of(usualSection(kind));
        }
        if (given.size() > MOST_SECTIONS) {
            problems.add(FieldProblem.of("sections", "too-many", MOST_SECTIONS));
            return List.of();
        }
        List<String> sections = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            sections.add(text(given.get(i), "sections[" + i + "]", true, LONGEST_SECTION, problems));
        }
        return sections.stream().distinct().toList();
    }

    private static String usualSection(AgencyKind kind) {
        return switch (kind) {
            case MUNICIPALITY, SUBPREFECTURE -> "女性相談窓口";
            case WOMENS_SUPPORT_CENTER -> "相談支援課";
            case POLICE -> "生活安全課";
            case CHILD_GUIDANCE_CENTER -> "相談支援係";
            default -> "相談窓口";
        };
    }

    private static String text(
            @Nullable String given, String field, boolean required, int longest, List<FieldProblem> problems) {
        String text = trimmed(given);
        if (text.isEmpty() && required) {
            problems.add(FieldProblem.of(field, "required"));
        } else if (text.codePointCount(0, text.length()) > longest) {
            problems.add(FieldProblem.of(field, "too-long", longest, text.codePointCount(0, text.length())));
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(FieldProblem.of(field, "control-characters"));
        }
        return text;
    }

    private static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
