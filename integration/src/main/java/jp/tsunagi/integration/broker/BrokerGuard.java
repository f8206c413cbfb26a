package jp.tsunagi.integration.broker;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.OperationContext;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.SessionCallback;
import org.jspecify.annotations.Nullable;

/** Refuses what is too large from outside, and everything while the disk is full, with an error instead of a wait. */
final class BrokerGuard implements ActiveMQServerPlugin {

    private final long maxMessageBytes;
    private final BooleanSupplier diskFull;

    BrokerGuard(long maxMessageBytes, BooleanSupplier diskFull) {
        this.maxMessageBytes = maxMessageBytes;
        this.diskFull = diskFull;
    }

    @Override
    public void beforeSend(
            @Nullable ServerSession session,
            @Nullable Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue)
            throws ActiveMQException {
        boolean hub = session == null || BrokerSecurity.HUB_USER.equals(session.getValidatedUser());
        if (!hub && message.getWholeMessageSize() > maxMessageBytes) {
            drop(message);
            throw new ActiveMQException(
                    "The message is larger than " + maxMessageBytes + " bytes",
                    ActiveMQExceptionType.GENERIC_EXCEPTION);
        }
        if (session != null && diskFull.getAsBoolean()) {
            drop(message);
            throw new ActiveMQAddressFullException("The broker's disk is full");
        }
    }

    /** The answer of {@link BrokerSecurity} is remembered for a while by name and password alone; this looks every time. */
    @Override
    public void beforeCreateSession(
            @Nullable String name,
            @Nullable String user,
            int minLargeMessageSize,
            RemotingConnection connection,
            boolean autoCommitSends,
            boolean autoCommitAcks,
            boolean preAcknowledge,
            boolean xa,
            @Nullable String defaultAddress,
            @Nullable SessionCallback callback,
            boolean autoCreateQueues,
            @Nullable OperationContext context,
            @Nullable Map<SimpleString, RoutingType> prefixes)
            throws ActiveMQException {
        if (BrokerSecurity.HUB_USER.equals(user) && !BrokerSecurity.isInside(connection)) {
            throw new ActiveMQSecurityException("This user does not come from outside");
        }
    }

    private static void drop(Message message) {
        if (message instanceof LargeServerMessage large) {
            try {
                large.deleteFile();
            } catch (Exception e) {
                // It goes at the next start; the refusal itself stands.
            }
        }
    }
}
