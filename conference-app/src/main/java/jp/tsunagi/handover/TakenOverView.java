package jp.tsunagi.handover;

import java.time.LocalDate;
import jp.tsunagi.casefile.ConsentMethod;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/** What a case that was taken over began with, as the API tells it to its team, before the policy. */
record TakenOverView(
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) String conferenceId,
        @Classified(FieldClass.SCHEDULE) LocalDate takenOverOn,
        @Classified(FieldClass.STAFF) String takenOverBy,
        @Classified(FieldClass.OFFICE) String fromName,
        @Classified(FieldClass.OFFICE) @Nullable String fromWindow,
        @Classified(FieldClass.OFFICE) LocalDate handedOn,
        @Classified(FieldClass.CONSENT) LocalDate agreedOn,
        @Classified(FieldClass.CONSENT) ConsentMethod method,
        @Classified(FieldClass.CONSENT) String explainedBy,
        Handed handed) {

    static TakenOverView of(TakenOverRecord of) {
        return new TakenOverView(
                of.reference(),
                of.conferenceId(),
                LocalDate.ofInstant(of.at(), TimeConfiguration.JAPAN),
                of.takenOverBy(),
                of.from().name(),
                of.from().window(),
                of.from().on(),
                of.agreed().on(),
                of.agreed().method(),
                of.agreed().explainedBy(),
                of.handed());
    }
}
