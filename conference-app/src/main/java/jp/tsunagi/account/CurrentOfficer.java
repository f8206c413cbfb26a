package jp.tsunagi.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller's parameter of type {@link Officer}: who is signed in, with the roles of this moment.
 *
 * <pre>{@code
 * @GetMapping("/api/v1/inbox")
 * Inbox inbox(@CurrentOfficer Officer officer) { ... }
 * }</pre>
 *
 * <p>The officer is read anew at each request: an account that was closed, or a deputy whose period has ended, is noticed
 * at once. A test of a controller signs in with {@link OfficerAuthentication#of}.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentOfficer {}
