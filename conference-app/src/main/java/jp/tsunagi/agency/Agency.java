package jp.tsunagi.agency;

import java.util.List;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An agency of the directory. It has no address, of whatever kind it is: what is not kept cannot reach the wrong hands.
 *
 * @param id the code
 * @param kana in hiragana or katakana
 * @param sections in the order of the office; the first is where a request goes that names none
 * @param contactWindow telephone of the front gate (代表・公開窓口), empty where there is none
 * @param subprefecture 振興局 of a municipality
 * @param runsGateway whether a gateway of this agency is connected to the broker
 * @param active whether it can be chosen and its officers can sign in
 */
public record Agency(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.AGENCY) String name,
        @Classified(FieldClass.AGENCY) String kana,
        @Classified(FieldClass.AGENCY) AgencyKind kind,
        @Classified(FieldClass.AGENCY) List<String> sections,
        @Classified(FieldClass.AGENCY) String contactWindow,
        @Classified(FieldClass.AGENCY) @Nullable String subprefecture,
        @Classified(FieldClass.OPERATION) Reach reachableBy,
        @Classified(FieldClass.OPERATION) boolean runsGateway,
        @Classified(FieldClass.OPERATION) boolean active)
        implements Stored {

    public Agency {
        sections = List.copyOf(sections);
    }

    public AgencyCode code() {
        return new AgencyCode(id);
    }

    public boolean hasSection(String section) {
        return sections.contains(section);
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }
}
