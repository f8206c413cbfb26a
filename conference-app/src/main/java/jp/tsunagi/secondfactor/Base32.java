package jp.tsunagi.secondfactor;

/** Bytes as letters and digits that people can copy (RFC 4648, without padding). */
final class Base32 {

    static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int many = 0;
        for (byte next : bytes) {
            held = held << Byte.SIZE | next & 0xff;
            many += Byte.SIZE;
            while (many >= BITS) {
                many -= BITS;
                text.append(ALPHABET.charAt(held >> many & 0x1f));
            }
            held &= (1 << many) - 1;
        }
        if (many > 0) {
            text.append(ALPHABET.charAt(held << BITS - many & 0x1f));
        }
        return text.toString();
    }
}
