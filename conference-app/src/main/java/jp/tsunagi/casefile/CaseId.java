package jp.tsunagi.casefile;

/**
 * Opaque identifier of a case.
 *
 * @param value 26 characters, see {@link jp.tsunagi.shared.Ids}
 */
public record CaseId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
