package jp.tsunagi.conference;

/**
 * Opaque identifier of a conference.
 *
 * @param value 26 characters, see {@link jp.tsunagi.shared.Ids}
 */
public record ConferenceId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
