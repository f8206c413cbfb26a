package jp.tsunagi.integration.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.jspecify.annotations.Nullable;

/** Management calls by messages to {@code activemq.management}; the hub's user needs the permission {@code manage}. */
final class RemoteManagement implements BrokerManagement {

    private static final String ADDRESS = "activemq.management";
    private static final long TIMEOUT_MILLIS = 5_000;

    private final ConnectionFactory connections;

    RemoteManagement(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public List<String> queueNames() {
        List<String> names = new ArrayList<>();
        if (call(ResourceNames.BROKER, "getQueueNames") instanceof Object[] found) {
            for (Object name : found) {
                names.add(String.valueOf(name));
            }
        }
        return names;
    }

    @Override
    public void createQueue(String name) {
        call(ResourceNames.BROKER, "createQueue", EmbeddedManagement.queue(name).toJSON(), true);
    }

    @Override
    public long messageCount(String queue) {
        return call(ResourceNames.QUEUE + queue, "countMessages") instanceof Number count ? count.longValue() : 0;
    }

    @Override
    public int removeMessages(String queue, String filter) {
        return call(ResourceNames.QUEUE + queue, "removeMessages", filter) instanceof Number count
                ? count.intValue()
                : 0;
    }

    private @Nullable Object call(String resource, String operation, Object... arguments) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            Queue address = session.createQueue(ADDRESS);
            TemporaryQueue replies = session.createTemporaryQueue();
            Message request = session.createMessage();
            JMSManagementHelper.putOperationInvocation(request, resource, operation, arguments);
            request.setJMSReplyTo(replies);
            try (MessageConsumer consumer = session.createConsumer(replies)) {
                session.createProducer(address).send(request);
                Message reply = consumer.receive(TIMEOUT_MILLIS);
                if (reply == null || !JMSManagementHelper.hasOperationSucceeded(reply)) {
                    throw new IllegalStateException("The broker refused or did not answer: " + operation);
                }
                return JMSManagementHelper.getResult(reply);
            }
        } catch (JMSException e) {
            throw new IllegalStateException("The broker cannot be reached for " + operation, e);
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The broker cannot be managed: " + operation, e);
        }
    }
}
