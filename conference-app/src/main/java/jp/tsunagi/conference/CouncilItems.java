package jp.tsunagi.conference;

import java.util.Optional;

/**
 * What a council for children (要対協) brings to the one agenda of a meeting that is held together. Implemented by the module
 * that links to the council, which builds on this one.
 */
public interface CouncilItems {

    /** Empty where the meeting is no joint one. Shown by the policy as the topics are. */
    Optional<String> of(ConferenceId conference);
}
