package jp.tsunagi.conference;

import com.mongodb.MongoException;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagi.account.BrokerCredentials;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.integration.hub.AgencyMessage;
import jp.tsunagi.integration.hub.AgencyMessagePort;
import jp.tsunagi.integration.hub.HubUnavailable;
import jp.tsunagi.integration.hub.MessageRefused;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What agencies send over the broker leads to the same steps as what they send over HTTP. The sender is the agency that the
 * broker authenticated, acting as its machine account.
 */
@Component
class AgencyMessages implements AgencyMessagePort {

    /** The contract ignores fields it does not know; the HTTP API does not. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BrokerCredentials credentials;
    private final Commands commands;
    private final Requesting requesting;
    private final ConsentAnswers consentAnswers;
    private final Meeting meeting;
    private final Reading reading;

    AgencyMessages(
            BrokerCredentials credentials,
            Commands commands,
            Requesting requesting,
            ConsentAnswers consentAnswers,
            Meeting meeting,
            Reading reading) {
        this.credentials = credentials;
        this.commands = commands;
        this.requesting = requesting;
        this.consentAnswers = consentAnswers;
        this.meeting = meeting;
        this.reading = reading;
    }

    @Override
    public Accepted accept(AgencyMessage message) {
        try {
            Officer machine = credentials
                    .gateway(new AgencyCode(message.sender()))
                    .orElseThrow(() -> new MessageRefused("sender.unknown", Map.of(), "No such gateway"));
            return accept(message, machine);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
                throw new HubUnavailable(refused.refusal().rule(), refused);
            }
            throw new MessageRefused(
                    refused.refusal().rule(),
                    codes(refused.refusal()),
                    refused.refusal().rule());
        } catch (MongoException e) {
            throw new HubUnavailable("store", e);
        } catch (JacksonException e) {
            throw new MessageRefused("body.wrong-type", Map.of(), "The body does not fit its type");
        }
    }

    private Accepted accept(AgencyMessage message, Officer machine) {
        String messageId = message.envelope().messageId();
        JsonNode body = JSON.readTree(message.json());
        String id = body.path("conferenceId").asString("");
        String type = message.envelope().type().wireName();
        if (body instanceof ObjectNode object) {
            object.remove("conferenceId");
        }
        Command command = commands.of(machine, "message:" + messageId, type, id, body);
        String conference =
                switch (message.envelope().type()) {
                    case CONFERENCE_REQUEST ->
                        requesting
                                .open(JSON.treeToValue(body, Request.class), false, command)
                                .value();
                    case CONSENT_ANSWER -> {
                        consentAnswers.answer(id, JSON.treeToValue(body, ConsentAnswers.Answer.class), command);
                        yield id;
                    }
                    case ATTENDANCE_REPLY -> {
                        meeting.reply(id, JSON.treeToValue(body, Meeting.ReplyForm.class), command);
                        yield id;
                    }
                    case INFORMATION_SHEET -> {
                        meeting.sendSheet(id, JSON.treeToValue(body, Meeting.SheetForm.class), command);
                        yield id;
                    }
                    case OUTCOME_REPORT -> {
                        meeting.report(id, JSON.treeToValue(body, OutcomeReport.class), command);
                        yield id;
                    }
                    case NOTICE, ACKNOWLEDGEMENT ->
                        throw new MessageRefused("message.not-for-hub", Map.of(), "A message of the hub itself");
                };
        Reading.Line line = reading.line(conference, command);
        return new Accepted(line.id(), line.reference(), line.state());
    }

    private static Map<String, String> codes(Refusal refusal) {
        Map<String, String> codes = new HashMap<>();
        for (FieldProblem problem : refusal.fields()) {
            codes.putIfAbsent(problem.field(), problem.problem());
        }
        return codes;
    }
}
