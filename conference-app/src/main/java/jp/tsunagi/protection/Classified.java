package jp.tsunagi.protection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The class of a record component. On a component that is itself a record, it covers everything inside. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Classified {
    FieldClass value();

    /** Whether anything may have been said in it, what she withholds included; see {@link Passages}. */
    boolean freeText() default false;
}
