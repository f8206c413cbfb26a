package jp.tsunagi.integration.broker;

import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.management.QueueControl;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** Management calls within the JVM. */
final class EmbeddedManagement implements BrokerManagement {

    private final ActiveMQServer server;

    EmbeddedManagement(ActiveMQServer server) {
        this.server = server;
    }

    static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name)
                .setAddress(name)
                .setRoutingType(RoutingType.ANYCAST)
                .setDurable(true)
                .setAutoDelete(false)
                .setAutoCreateAddress(true);
    }

    @Override
    public List<String> queueNames() {
        return List.of(server.getActiveMQServerControl().getQueueNames());
    }

    @Override
    public void createQueue(String name) {
        try {
            server.createQueue(queue(name), true);
        } catch (Exception e) {
            throw new IllegalStateException("The broker cannot make the queue " + name, e);
        }
    }

    @Override
    public long messageCount(String queue) {
        return server.getManagementService().getResource(ResourceNames.QUEUE + queue) instanceof QueueControl control
                ? control.getMessageCount()
                : 0;
    }

    @Override
    public int removeMessages(String queue, String filter) {
        if (!(server.getManagementService().getResource(ResourceNames.QUEUE + queue) instanceof QueueControl control)) {
            return 0;
        }
        try {
            return control.removeMessages(filter);
        } catch (Exception e) {
            throw new IllegalStateException("The broker cannot remove messages from " + queue, e);
        }
    }
}
