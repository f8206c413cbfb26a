package jp.tsunagi.secondfactor;

import java.util.Set;
import jp.tsunagi.account.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether second factors are asked for.
 *
 * @param enabled false: neither asked for nor offered, those that are there neither; for trying out
 * @param requiredOf who may do nothing without one, deputies of a director included; everybody else may have one
 */
@ConfigurationProperties("tsunagi.account.second-factor")
record SecondFactorSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue({"DIRECTOR", "ADMINISTRATOR", "AGENCY_ADMINISTRATOR"}) Set<Role> requiredOf) {}
