package jp.tsunagi.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.protection.FieldClass;

/** What can be chosen to be disclosed; nothing else ever is, see {@link jp.tsunagi.protection.RedactionPolicy#DISCLOSABLE}. */
enum Category {
    /** Name, kana, birth date. */
    IDENTITY(FieldClass.IDENTITY, false),
    /** Her situation, the overview of the case, her wishes. */
    SITUATION(FieldClass.NARRATIVE, false),
    /** Factors and needs: health, disability, harm by crime. */
    HEALTH(FieldClass.SENSITIVE, false),
    /** Telephone, and how she may safely be reached. */
    CONTACT(FieldClass.CONTACT, true),
    /** The address as the requesting agency entered it. */
    LOCATION(FieldClass.LOCATION, true);

    private final FieldClass fieldClass;
    private final boolean locating;

    Category(FieldClass fieldClass, boolean locating) {
        this.fieldClass = fieldClass;
        this.locating = locating;
    }

    /** Whether she can be found by it: then it has a reason of its own (domain.md N2). */
    boolean locating() {
        return locating;
    }

    static Set<FieldClass> classes(List<Category> some) {
        return some.stream().map(category -> category.fieldClass).collect(Collectors.toUnmodifiableSet());
    }
}
