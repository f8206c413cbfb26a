package jp.tsunagi.integration.contract;

import org.jspecify.annotations.Nullable;

/** What an invited agency knows and proposes, for the agenda; facts or proposal is present. */
public record InformationSheet(String conferenceId, @Nullable String facts, @Nullable String proposedSupport)
        implements AgencyBody {}
