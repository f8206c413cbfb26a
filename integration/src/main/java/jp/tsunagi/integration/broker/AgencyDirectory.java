package jp.tsunagi.integration.broker;

import java.util.Collection;

/** The agencies that have an inbox on the broker. */
@FunctionalInterface
public interface AgencyDirectory {

    /** Codes of all agencies known when the broker starts; later ones are opened by {@link AgencyInboxes}. */
    Collection<String> agencyCodes();
}
