package jp.tsunagi.agency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the directory.
 *
 * @param cachedFor how long a node may still show what another node has changed
 */
@ConfigurationProperties("tsunagi.agency")
record AgencySettings(@DefaultValue("5s") Duration cachedFor) {}
