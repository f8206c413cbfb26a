package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.contract.AgencyBody;
import jp.tsunagi.integration.contract.Envelope;

/**
 * A message from an agency, decrypted and valid against its schema.
 *
 * @param sender the agency's code as the broker authenticated it; nothing in the body can change it
 * @param body one of the records of the contract
 * @param json the same body as it was sent, with fields that the records do not know
 */
public record AgencyMessage(Envelope envelope, String sender, AgencyBody body, String json) {

    /** Names the message, never its content. */
    @Override
    public String toString() {
        return "AgencyMessage[" + envelope.type().wireName() + " " + envelope.messageId() + " from " + sender + "]";
    }
}
