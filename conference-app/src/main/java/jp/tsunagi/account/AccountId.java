package jp.tsunagi.account;

/**
 * Opaque identifier of an account.
 *
 * @param value 26 characters, see {@link jp.tsunagi.shared.Ids}
 */
public record AccountId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
