package jp.tsunagi.integration.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. The hub, known by a password that is made anew at every start and taken only from inside the JVM, may
 * do everything. An agency may send to the four addresses of the hub and read its own inbox; anything else, known or yet to
 * be invented, is refused.
 */
final class BrokerSecurity implements ActiveMQSecurityManager5 {

    /** No agency code looks like this. */
    static final String HUB_USER = "@hub";

    private static final String QUALIFIER = "::";

    private final BrokerAccounts accounts;
    private final byte[] hubPassword;

    BrokerSecurity(BrokerAccounts accounts, String hubPassword) {
        this.accounts = accounts;
        this.hubPassword = hubPassword.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        if (user == null || password == null) {
            return null;
        }
        boolean known = HUB_USER.equals(user)
                ? isInside(connection) && MessageDigest.isEqual(hubPassword, password.getBytes(StandardCharsets.UTF_8))
                : Addresses.isAgencyCode(user) && accounts.authenticate(user, password);
        if (!known) {
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        return subject;
    }

    static boolean isInside(@Nullable RemotingConnection connection) {
        return connection != null && connection.getTransportConnection() instanceof InVMConnection;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject.getPrincipals(UserPrincipal.class).stream()
                .anyMatch(user -> mayUse(user.getName(), check, address));
    }

    private static boolean mayUse(String user, CheckType check, String address) {
        if (HUB_USER.equals(user)) {
            return true;
        }
        if (check == CheckType.SEND) {
            return Addresses.INBOUND.contains(address);
        }
        if (check == CheckType.CONSUME || check == CheckType.BROWSE) {
            String inbox = Addresses.inboxOf(user);
            return address.equals(inbox) || address.equals(inbox + QUALIFIER + inbox);
        }
        return false;
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
