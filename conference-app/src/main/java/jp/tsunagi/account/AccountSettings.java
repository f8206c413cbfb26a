package jp.tsunagi.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts and sign-in.
 *
 * @param shortestPassword in characters
 * @param passwordMemoryKib memory of one password hash by Argon2id; lowered in the demo and in tests only
 * @param passwordIterations passes over that memory
 * @param freeAttempts wrong passwords for one login before it is locked
 * @param firstLock how long the first lock lasts; each further wrong password after a lock doubles it
 * @param longestLock the most that a lock grows to, for logins and for addresses
 * @param freeAttemptsOfAddress wrong passwords from one source address, for whatever logins, before it is locked; zero
 *     where many offices share an address and a proxy in front does this
 * @param longestSession after which a person signs in anew, however busy
 * @param lockAfter without a sign of the person, after which the screen is locked
 * @param longestDeputy days that one naming of a deputy may last
 */
@ConfigurationProperties("tsunagi.account")
record AccountSettings(
        @DefaultValue("10") int shortestPassword,
        @DefaultValue("19456") int passwordMemoryKib,
        @DefaultValue("2") int passwordIterations,
        @DefaultValue("5") int freeAttempts,
        @DefaultValue("1m") Duration firstLock,
        @DefaultValue("1h") Duration longestLock,
        @DefaultValue("50") int freeAttemptsOfAddress,
        @DefaultValue("10h") Duration longestSession,
        @DefaultValue("20m") Duration lockAfter,
        @DefaultValue("366") int longestDeputy) {}
