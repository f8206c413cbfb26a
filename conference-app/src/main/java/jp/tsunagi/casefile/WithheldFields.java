package jp.tsunagi.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields of the form an item names that she withholds: by the label on the paper or the name in the API. */
final class WithheldFields {

    /** Whoever withholds her name withholds every name of hers. */
    private static final Set<String> NAMES =
            Set.of("name", "kana", "formerName", "commonName", "callName", "nameAtMeeting");

    private static final Map<String, Set<String>> BY_ITEM = Map.ofEntries(
            Map.entry("氏名", NAMES),
            Map.entry("対象者氏名", NAMES),
            Map.entry("name", NAMES),
            Map.entry("フリガナ", Set.of("kana")),
            Map.entry("kana", Set.of("kana")),
            Map.entry("旧氏", Set.of("formerName")),
            Map.entry("旧姓", Set.of("formerName")),
            Map.entry("formerName", Set.of("formerName")),
            Map.entry("通称", Set.of("commonName")),
            Map.entry("commonName", Set.of("commonName")),
            Map.entry("呼び名", Set.of("callName")),
            Map.entry("callName", Set.of("callName")),
            Map.entry("生年月日", Set.of("birthDate", "age", "approximateAge")),
            Map.entry("birthDate", Set.of("birthDate", "age", "approximateAge")),
            Map.entry("年齢", Set.of("birthDate", "age", "approximateAge")),
            Map.entry("住所", Set.of("address")),
            Map.entry("所在", Set.of("address")),
            Map.entry("address", Set.of("address")),
            Map.entry("現在の状況", Set.of("currentSituation")),
            Map.entry("currentSituation", Set.of("currentSituation")),
            Map.entry("ケース概要", Set.of("caseOverview")),
            Map.entry("caseOverview", Set.of("caseOverview")),
            Map.entry("本人の希望", Set.of("wishes")),
            Map.entry("wishes", Set.of("wishes")),
            Map.entry("協議事項", Set.of("topics")),
            Map.entry("topics", Set.of("topics")),
            Map.entry("参集範囲", Set.of("invitees")),
            Map.entry("invitees", Set.of("invitees")));

    /** Names that a story is told with: they are withheld where they stand and where they are spoken of. */
    private static final Set<String> ALSO_SPOKEN_OF =
            Set.of("所在", "旧氏", "旧姓", "formerName", "通称", "commonName", "呼び名", "callName");

    private WithheldFields() {}

    /** Whether the texts may speak of it: its marked passages are taken out, and texts without marks are hidden. */
    static boolean spokenOf(String item) {
        return named(item).isEmpty() || ALSO_SPOKEN_OF.contains(item.strip());
    }

    /** Empty where the item is no field but something said in the texts. */
    static Optional<Set<String>> named(String item) {
        return Optional.ofNullable(BY_ITEM.get(item.strip()));
    }
}
