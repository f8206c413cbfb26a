package jp.tsunagi.integration.contract;

/**
 * The content of a message to the hub. Coded values (consent method, presence, …) are strings here; the schema has
 * checked that each is one of those the contract lists. Never logged: {@code toString} of an implementation may hold
 * everything.
 */
public sealed interface AgencyBody
        permits ConferenceRequest, ConsentAnswer, AttendanceReply, InformationSheet, OutcomeReport {}
