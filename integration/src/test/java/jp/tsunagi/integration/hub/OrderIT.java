package jp.tsunagi.integration.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.ContractFixtures;
import jp.tsunagi.integration.contract.MessageType;
import org.junit.jupiter.api.Test;

/** What belongs together stays in order; what does not runs side by side. */
class OrderIT {

    private static final int GROUPS = 6;
    private static final int PER_GROUP = 30;

    @Test
    void keepsTheOrderWithinAGroupThroughFailuresWhileGroupsRunInParallel() throws Exception {
        Map<String, List<String>> order = new ConcurrentHashMap<>();
        Map<String, Boolean> failedOnce = new ConcurrentHashMap<>();
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (TestHub hub = new TestHub("tsunagi.hub.transient-retries=0")) {
            hub.ports.onMessage = message -> {
                String id = message.envelope().messageId();
                if (id.endsWith("0") && failedOnce.putIfAbsent(id, true) == null) {
                    throw new IllegalStateException("once");
                }
                threads.add(Thread.currentThread().getName());
                order.computeIfAbsent(message.envelope().group(), group -> new ArrayList<>())
                        .add(id);
                return new AgencyMessagePort.Accepted("C1", null, null);
            };
            TestAgency shelter = hub.agency("S0001");
            String json = ContractFixtures.example(MessageType.CONSENT_ANSWER);
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < PER_GROUP; i++) {
                sent.add("M" + i);
                for (int group = 0; group < GROUPS; group++) {
                    shelter.send(
                            Addresses.CONSENT_ANSWERS,
                            shelter.message("M" + i, MessageType.CONSENT_ANSWER, json, "G" + group));
                }
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            order.size() == GROUPS && order.values().stream().allMatch(ids -> ids.size() == PER_GROUP));

            assertThat(order.values()).allSatisfy(ids -> assertThat(ids).isEqualTo(sent));
            assertThat(threads).hasSizeGreaterThan(1);
            assertThat(hub.ports.parked).isEmpty();
        }
    }
}
