package jp.tsunagi.protection;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What her consent lets one agency have, at one moment; and what it may have without it.
 *
 * @param covers whether consent is in force and names this agency (the requesting agency and the Center need no name)
 * @param location whether it names this agency for the location group, with the need
 * @param withheldFields names of fields she withholds from it
 * @param withheldItems things said in free text that she withholds from it, as she named them
 * @param withoutConsent what is disclosed to it without her consent; null where nothing is, which is nearly always. It never
 *     makes {@code covers} true: nothing but what was chosen one by one is shown for it
 */
public record ConsentScope(
        boolean covers,
        boolean location,
        Set<String> withheldFields,
        Set<String> withheldItems,
        @Nullable WithoutConsent withoutConsent) {

    /** Nothing at all. */
    public static final ConsentScope NOTHING = new ConsentScope(false, false, Set.of(), Set.of());

    public ConsentScope {
        withheldFields = Set.copyOf(withheldFields);
        withheldItems = Set.copyOf(withheldItems);
    }

    /** What consent alone lets it have. */
    public ConsentScope(boolean covers, boolean location, Set<String> withheldFields, Set<String> withheldItems) {
        this(covers, location, withheldFields, withheldItems, null);
    }
}
