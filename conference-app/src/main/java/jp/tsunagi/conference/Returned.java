package jp.tsunagi.conference;

import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * That a request was given back (差戻し), the last time it was; kept after it came in again, so that whoever examines it sees
 * what was asked for and what became of it.
 *
 * @param fields single fields that are to be mended
 * @param request as it was submitted, to be compared with what comes in again
 * @param reply what the requesting agency says to the reasons when it submits again
 * @param open until it was submitted again
 */
record Returned(
        @Classified(FieldClass.OFFICE) String reason,
        List<FieldReason> fields,
        Request request,
        @Classified(FieldClass.OFFICE) @Nullable String reply,
        @Classified(FieldClass.OPERATION) boolean open) {

    Returned {
        fields = List.copyOf(fields);
    }

    /**
     * Why one field is to be mended.
     *
     * @param field name as in the HTTP API, without rows: {@code invitees}, {@code consent}
     */
    record FieldReason(@Classified(FieldClass.OFFICE) String field, @Classified(FieldClass.OFFICE) String reason) {}

    static Returned of(String reason, List<FieldReason> fields, Request request) {
        return new Returned(reason, fields, request, null, true);
    }

    Returned answered(@Nullable String said) {
        return new Returned(reason, fields, request, said, false);
    }

    Returned reopened() {
        return new Returned(reason, fields, request, reply, true);
    }
}
