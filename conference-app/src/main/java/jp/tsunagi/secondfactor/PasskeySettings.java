package jp.tsunagi.secondfactor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which name passkeys are made. Without one none are offered: a passkey made for another name would never fit again.
 *
 * @param relyingParty the host name that people type, such as {@code tsunagi.example.lg.jp}
 * @param origins addresses of the pages; the name by HTTPS where none is given
 */
@ConfigurationProperties("tsunagi.account.passkeys")
record PasskeySettings(@Nullable String relyingParty, @DefaultValue({}) Set<String> origins) {

    PasskeySettings {
        relyingParty = relyingParty == null || relyingParty.isBlank() ? null : relyingParty.strip();
        origins = origins.isEmpty() && relyingParty != null ? Set.of("https://" + relyingParty) : Set.copyOf(origins);
    }
}
