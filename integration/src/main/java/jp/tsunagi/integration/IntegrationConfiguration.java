package jp.tsunagi.integration;

import jp.tsunagi.integration.broker.BrokerConfiguration;
import jp.tsunagi.integration.hub.HubConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All that the hub needs of this module; imported by the application or found by its component scan, both do no harm.
 *
 * <p>The application provides {@code AgencyDirectory} and {@code BrokerAccounts} for the broker; {@code HubKeyset},
 * {@code AgencyMessagePort}, {@code EventPort}, {@code OutboxPort}, {@code DeadlinePort} and {@code DeadLetterPort} for the
 * routes.
 */
@Configuration(proxyBeanMethods = false)
@Import({BrokerConfiguration.class, HubConfiguration.class})
public class IntegrationConfiguration {}
