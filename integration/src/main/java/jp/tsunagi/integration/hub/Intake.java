package jp.tsunagi.integration.hub;

import jakarta.jms.Message;
import java.util.List;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.AgencyBody;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.PayloadEncryption;
import jp.tsunagi.integration.contract.UnreadableMessage;
import jp.tsunagi.integration.hub.AgencyMessagePort.Accepted;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The steps of {@link IntakeFlowRoute}: what every message from an agency goes through, whatever its address. */
final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private static final String INBOUND = "tsunagi.inbound";
    /** Fields by which a body might claim to come from someone; they carry no weight, and a lie is refused. */
    private static final List<String> CLAIMS = List.of("sender", "senderAgency");

    private final AgencyMessagePort port;
    private final PayloadEncryption.Opener opener;
    private final MessageCodec codec;
    private final HubSender sender;
    private final String hubUser;

    Intake(
            AgencyMessagePort port,
            PayloadEncryption.Opener opener,
            MessageCodec codec,
            HubSender sender,
            String hubUser) {
        this.port = port;
        this.opener = opener;
        this.codec = codec;
        this.sender = sender;
        this.hubUser = hubUser;
    }

    /** The JMS message becomes an {@link Inbound}. */
    void receive(Exchange exchange) throws Exception {
        String address = Routes.addressOf(exchange);
        Inbound inbound = Inbound.read(Routes.body(exchange, Message.class), address, hubUser);
        exchange.setProperty(INBOUND, inbound);
        exchange.getMessage().setBody(inbound);
    }

    /** The {@link Inbound} becomes an {@link AgencyMessage}, or shows to be unreadable. */
    void open(Exchange exchange) {
        Inbound inbound = inbound(exchange);
        String agency = inbound.knownSender();
        Envelope envelope = inbound.envelope();
        byte[] plain = opener.open(inbound.readableBody(), envelope.messageId(), envelope.type(), agency);
        String json = codec.text(plain);
        refuseLies(codec.parse(json), agency);
        AgencyBody body = codec.decode(envelope.type(), envelope.version(), plain);
        exchange.getMessage().setBody(new AgencyMessage(envelope, agency, body, json));
    }

    private static void refuseLies(JsonNode body, String agency) {
        for (String claim : CLAIMS) {
            JsonNode value = body.get(claim);
            if (value != null && !(value.isString() && agency.equals(value.stringValue()))) {
                throw new UnreadableMessage(FailureCode.SENDER_FORGED);
            }
        }
    }

    /** The one call of the application. */
    void accept(Exchange exchange) {
        AgencyMessage message = Routes.body(exchange, AgencyMessage.class);
        exchange.getMessage().setBody(port.accept(message));
    }

    void acknowledge(Exchange exchange) {
        Routes.startSending(exchange);
        Inbound inbound = inbound(exchange);
        Accepted accepted = Routes.body(exchange, Accepted.class);
        sender.acknowledge(
                inbound.knownSender(),
                Acknowledgement.accepted(
                        inbound.envelope().messageId(),
                        accepted.conferenceId(),
                        accepted.reference(),
                        accepted.state()));
    }

    /** Parks what failed for good, and tells the sender where it is known who and what. Nothing was sent before. */
    void refuse(Exchange exchange) {
        Inbound inbound = inbound(exchange);
        FailureClassifier.Reason reason =
                FailureClassifier.reason(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        log.warn("Parked {}: {}", inbound, reason.ruleForSender());
        sender.park(inbound, reason);
        String messageId = inbound.messageId();
        if (messageId != null && reason.code() != FailureCode.SENDER_UNKNOWN) {
            sender.acknowledge(
                    inbound.knownSender(), Acknowledgement.refused(messageId, reason.ruleForSender(), reason.fields()));
        }
    }

    private static Inbound inbound(Exchange exchange) {
        return Routes.property(exchange, INBOUND, Inbound.class);
    }
}
