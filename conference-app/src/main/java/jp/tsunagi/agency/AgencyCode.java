package jp.tsunagi.agency;

import java.util.regex.Pattern;

/**
 * Names an agency: the six-digit code of a municipality with its check digit, or a letter with digits for any other.
 *
 * @param value 2 to 16 letters of A to Z and digits
 */
public record AgencyCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{2,16}");

    public AgencyCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not an agency code");
        }
    }

    public static boolean isCode(String candidate) {
        return SHAPE.matcher(candidate).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
