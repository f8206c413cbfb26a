package jp.tsunagi.conference;

import java.time.Instant;
import java.util.Map;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;

/**
 * That a list was taken out: by what it was found, never what was in it. The rows are decided anew at each download.
 *
 * @param criteria as {@link CaseCriteria#kept}; sealed, since a name may have been searched for
 * @param order as {@link CaseOrder#text}
 * @param notice whether the first line says that it must not be copied
 * @param fileName neutral
 */
record ExportRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) AccountId account,
        @Classified(FieldClass.IDENTITY) Map<String, String> criteria,
        @Classified(FieldClass.OPERATION) String order,
        @Classified(FieldClass.OPERATION) boolean notice,
        @Classified(FieldClass.OPERATION) String fileName,
        @Classified(FieldClass.OPERATION) Instant at)
        implements Stored {

    ExportRecord {
        criteria = Map.copyOf(criteria);
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }
}
