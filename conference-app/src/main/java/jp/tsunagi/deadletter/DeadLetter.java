package jp.tsunagi.deadletter;

import java.time.Instant;
import java.util.Map;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A parked message, as confidential as its source: headers and body are sealed, the body is besides still encrypted as the
 * agency sent it.
 *
 * @param parkId the broker's id of the parked message
 * @param resentAt when it was last sent again, null if never
 */
record DeadLetter(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String parkId,
        @Classified(FieldClass.OPERATION) String originalAddress,
        @Classified(FieldClass.AGENCY) @Nullable String sender,
        @Classified(FieldClass.OPERATION) FailureCode failure,
        @Classified(FieldClass.OPERATION) @Nullable String rule,
        @Classified(FieldClass.SECRET) Map<String, Object> headers,
        @Classified(FieldClass.SECRET) byte[] body,
        @Classified(FieldClass.OPERATION) int size,
        @Classified(FieldClass.OPERATION) Instant parkedAt,
        @Classified(FieldClass.OPERATION) int resent,
        @Classified(FieldClass.OPERATION) @Nullable Instant resentAt)
        implements Stored {

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    DeadLetter sentAgain(Instant now) {
        return new DeadLetter(
                id,
                version + 1,
                parkId,
                originalAddress,
                sender,
                failure,
                rule,
                headers,
                body,
                size,
                parkedAt,
                resent + 1,
                now);
    }
}
