package jp.tsunagi.conference;

import java.time.Instant;
import java.util.List;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What an invited agency answered: whether it comes, by whom, with the pledge of secrecy and the declared relation to the
 * other party.
 *
 * @param round which convening it answers; a clearing does not outlive it
 * @param attendee who comes
 * @param attendeeAccount the account to which, once cleared, her name and papers appear
 * @param declarations all that the agency ever declared, the last one included
 * @param cleared pledge given, no relation declared, not on the Center's block list
 */
record ReplyRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) CaseId caseId,
        @Classified(FieldClass.OPERATION) ConferenceId conferenceId,
        @Classified(FieldClass.AGENCY) AgencyCode agency,
        @Classified(FieldClass.OPERATION) int round,
        @Classified(FieldClass.OPERATION) Reply reply,
        @Classified(FieldClass.PARTICIPANTS) @Nullable String attendee,
        @Classified(FieldClass.OPERATION) AccountId attendeeAccount,
        @Classified(FieldClass.OPERATION) boolean pledge,
        @Classified(FieldClass.OTHER_PARTY) @Nullable RelationToOtherParty relationToOtherParty,
        @Classified(FieldClass.OTHER_PARTY) boolean blocked,
        @Classified(FieldClass.OPERATION) boolean cleared,
        @Classified(FieldClass.OPERATION) AccountId repliedBy,
        @Classified(FieldClass.OPERATION) Instant repliedAt,
        @Classified(FieldClass.OTHER_PARTY) List<Declaration> declarations,
        List<SeenCommand> seen)
        implements Stored {

    ReplyRecord {
        declarations = List.copyOf(declarations);
    }

    /**
     * What was declared for one attendee.
     *
     * @param account to which her name would have appeared
     */
    record Declaration(
            @Classified(FieldClass.OTHER_PARTY) @Nullable String attendee,
            @Classified(FieldClass.OTHER_PARTY) String account,
            @Classified(FieldClass.OTHER_PARTY) @Nullable RelationToOtherParty relation,
            @Classified(FieldClass.OTHER_PARTY) boolean blocked,
            @Classified(FieldClass.OTHER_PARTY) Instant at) {

        /** Whether this account must not be cleared by saying something else later. */
        boolean stands(AccountId other) {
            return account.equals(other.value())
                    && (blocked || (relation != null && relation != RelationToOtherParty.NONE));
        }
    }

    /** Whether the agency comes. */
    enum Reply {
        ACCEPT,
        DECLINE,
        SUBSTITUTE
    }

    /** How the attendee stands to the other party (相手方). Only NONE clears. */
    enum RelationToOtherParty {
        NONE,
        RELATIVE,
        ACQUAINTANCE,
        WORK,
        OTHER
    }

    @Override
    public String keyOwner() {
        return caseId.value();
    }

    static String idOf(ConferenceId conference, AgencyCode agency) {
        return conference.value() + ":" + agency.value();
    }
}
