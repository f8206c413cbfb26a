package jp.tsunagi.protection;

/**
 * The class of a field decides who may see it (domain.md E6) and whether it lies in the database as ciphertext. A field
 * without a class fails the build.
 */
public enum FieldClass {
    /** Opaque ids, states, versions, references, time stamps: nothing of hers. */
    OPERATION(false),
    /** Which agency does what. */
    AGENCY(false),
    /** Dates and hours of meetings and deadlines. */
    SCHEDULE(false),
    /** Name, kana, birth date, call name. */
    IDENTITY(true),
    /** Address, current place, place of a meeting, school, clinic, workplace: the location group (N2). */
    LOCATION(true),
    /** Her telephone and how she may safely be reached. */
    CONTACT(true),
    /** Her situation, the overview of the case, her wishes. */
    NARRATIVE(true),
    /** Health, disability, harm by crime (要配慮個人情報). */
    SENSITIVE(true),
    /** Her children. */
    CHILDREN(true),
    /** The other party (相手方), relatives, and who must not be in the room. */
    OTHER_PARTY(true),
    /** Topics of the meeting. */
    AGENDA(true),
    /** Who is asked to take part, by name and reason. */
    PARTICIPANTS(true),
    /** What she consented to, and how. */
    CONSENT(true),
    /** What agencies write for the meeting; the Center's until it is on the agenda. */
    AGENCY_OPINION(true),
    /** What was decided at the meeting. */
    OUTCOME(true),
    /** What was noted while the meeting went on: raw, and not for its participants; see what is reported of it. */
    MINUTES(true),
    /** Where the meeting is held; a shelter is never named here (domain.md E1, 12). */
    MEETING_PLACE(true),
    /** Reasons and remarks between the requesting agency and the Center. */
    OFFICE(true),
    /** How she keeps safe (安全計画): for those alone who help her do it. */
    SAFETY_PLAN(true),
    /** What she complains of, whom she means and what came of it: not for those whom it is about. */
    COMPLAINT(true),
    /** When and where she asked for help, and what was done (DV Act, Art. 12): never for those who take part. */
    CONSULTATION(true),
    /** What the Center tells a court that asked (DV Act, Art. 14-2), drafts included. */
    COURT_STATEMENT(true),
    /** What a council for children (要対協) decided at a meeting held together: its own record. */
    COUNCIL(true),
    /** Names of the officers who work on a case. */
    STAFF(true),
    /** What only the Center side may know, such as that an earlier conference of the same person may exist (N9). */
    CENTER_ONLY(true),
    /** Secrets of the system itself, such as password hashes. Shown to nobody. */
    SECRET(true);

    private final boolean sealed;

    FieldClass(boolean sealed) {
        this.sealed = sealed;
    }

    /** Whether fields of this class are ciphertext at rest, empty ones included. */
    public boolean sealed() {
        return sealed;
    }
}
