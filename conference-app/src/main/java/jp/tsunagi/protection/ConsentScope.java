package jp.tsunagi.protection;

import java.util.Set;

/**
 * What her consent lets one agency have, at one moment.
 *
 * @param covers whether consent is in force and names this agency (the requesting agency and the Center need no name)
 * @param location whether it names this agency for the location group, with the need
 * @param withheldFields names of fields she withholds from it
 * @param withheldItems things said in free text that she withholds from it, as she named them
 */
public record ConsentScope(boolean covers, boolean location, Set<String> withheldFields, Set<String> withheldItems) {

    /** Nothing at all. */
    public static final ConsentScope NOTHING = new ConsentScope(false, false, Set.of(), Set.of());

    public ConsentScope {
        withheldFields = Set.copyOf(withheldFields);
        withheldItems = Set.copyOf(withheldItems);
    }
}
