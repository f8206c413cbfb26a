package jp.tsunagi.memo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.shared.TimeConfiguration;

/** Shows memos by the policy. */
final class MemoViews {

    private MemoViews() {}

    static Projection of(MemoRecord memo, Grants grants, Officer officer) {
        return Projection.of(view(memo), grants(memo, grants, officer));
    }

    /** What is shown of this memo: of the own agency's words nothing is taken out. */
    private static Grants grants(MemoRecord memo, Grants grants, Officer officer) {
        if (memo.agency().equals(officer.agency())) {
            return grants.asTyped();
        }
        if (grants.withheldItems().isEmpty()) {
            return grants;
        }
        // Nobody can mark a passage in a file: where anything is withheld from the reader, files are.
        Set<String> fields = new HashSet<>(grants.withheldFields());
        fields.add(MemoView.ATTACHMENTS);
        return new Grants(grants.shown(), fields, grants.withheldItems(), grants.marksShown());
    }

    private static MemoView view(MemoRecord memo) {
        List<MemoRecord.Attached> files = memo.attachments();
        return new MemoView(
                memo.id(),
                memo.agency().value(),
                memo.role(),
                inJapan(memo.sentAt()),
                memo.text(),
                memo.audience().stream().map(AgencyCode::value).sorted().toList(),
                memo.mention(),
                IntStream.range(0, files.size())
                        .mapToObj(i -> new MemoView.AttachmentView(
                                i + 1, files.get(i).type(), files.get(i).size()))
                        .toList(),
                memo.opened().stream()
                        .map(mark -> new MemoView.OpenedView(mark.agency().value(), inJapan(mark.at())))
                        .toList());
    }

    private static LocalDateTime inJapan(Instant instant) {
        return LocalDateTime.ofInstant(instant, TimeConfiguration.JAPAN);
    }
}
