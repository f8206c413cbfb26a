package jp.tsunagi.protection;

/** How a viewer stands to a conference at this moment. Decided anew at every read. */
public enum Relation {
    /** Case team of the agency that asked for the conference; for a plan also who makes it, of the lead agency. */
    REQUESTING_TEAM,
    /** Counsellors of the agency that is with her, where that is another than the requesting one. */
    CONTACT_TEAM,
    /** The same after she refused, or took her consent back. */
    CONTACT_WITHOUT_CONSENT,
    /** Staff of the women's support center. */
    CENTER,
    /** The Center's case officer for this conference. */
    CASE_OFFICER,
    /** The director, or the deputy in the deputy's period. */
    DIRECTOR,
    /** An attendee who has pledged secrecy, has no relation to the other party, and whose agency her consent covers. */
    CLEARED_PARTICIPANT,
    /** Besides being on the requesting team or a cleared participant: an officer of the agency that takes the minutes. */
    RECORDER,
    /** An officer of an invited agency who is not cleared, or not yet. */
    INVITED,
    /** An officer of an agency that was invited and is no longer: called off, consent gone. */
    UNINVITED,
    /** An officer of an agency to which something is disclosed without her consent, before the pledge. */
    DISCLOSURE_NAMED,
    /** The same after the pledge, without a relation to the other party. */
    DISCLOSURE_RECIPIENT,
    /** Of those who help her keep safe: wrote her safety plan, leads, is of the Center, or was named one by one for it. */
    SAFETY_PLAN_READER,
    /** Of those who received a complaint or see that it is answered, and not of those from whom it is kept. */
    COMPLAINT_READER,
    /** Of those who write down where and when she asked for help: the requesting agency's team and the Center. */
    CONSULTATION_READER,
    /** Of the Center, which answers a court that asked. */
    STATEMENT_READER,
    /** Of those whose record a children's council's part of a joint meeting is. */
    COUNCIL_READER,
    /** Of the agency to which her case goes, with her agreement to just that: what goes along, and nothing else. */
    TAKING_OVER,
    /** Of another section (課) of her agency, to which she agreed that parts of her intake sheet go. */
    INTAKE_DIVISION,
    /** Opened the case in an emergency, for some hours and with a reason, to be reviewed; only while she consents. */
    EMERGENCY_READER,
    /** Reads the audit; sees that a conference is, not what it is about. */
    AUDITOR,
    /** Anybody else: the conference does not exist. */
    NONE
}
