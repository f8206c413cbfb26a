package jp.tsunagi.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of one TrueType file: reads them in place and puts a file together again. Immutable. */
final class TrueTypeTables {

    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int VERSION = 0x00010000;

    private final ByteBuffer file;
    private final Map<String, Range> ranges = new TreeMap<>();

    private record Range(int start, int length) {}

    /** @throws IllegalArgumentException if the file has no TrueType outlines (OpenType CFF, a collection) */
    TrueTypeTables(byte[] program) {
        file = ByteBuffer.wrap(program).asReadOnlyBuffer();
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int entry = HEADER + ENTRY * i;
            String tag = new String(program, entry, 4, StandardCharsets.ISO_8859_1);
            ranges.put(tag, new Range(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        if (!ranges.containsKey("glyf")) {
            throw new IllegalArgumentException("A font of the papers needs TrueType outlines");
        }
    }

    /** Where a table begins in the file. @throws IllegalArgumentException if there is none */
    int start(String tag) {
        return range(tag).start();
    }

    /** A copy of a table. @throws IllegalArgumentException if there is none */
    byte[] copy(String tag) {
        Range range = range(tag);
        return bytes(range.start(), range.start() + range.length());
    }

    private Range range(String tag) {
        Range range = ranges.get(tag);
        if (range == null) {
            throw new IllegalArgumentException("The font has no table " + tag);
        }
        return range;
    }

    byte[] bytes(int from, int to) {
        byte[] copy = new byte[to - from];
        file.get(from, copy);
        return copy;
    }

    int unsigned(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    short signed(int at) {
        return file.getShort(at);
    }

    int unsigned24(int at) {
        return Byte.toUnsignedInt(file.get(at)) << 16 | unsigned(at + 1);
    }

    int integer(int at) {
        return file.getInt(at);
    }

    int unsignedByte(int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    /** A TrueType file of the given tables. */
    static byte[] assemble(SortedMap<String, byte[]> tables) {
        int count = tables.size();
        int selector = 31 - Integer.numberOfLeadingZeros(count);
        int start = HEADER + ENTRY * count;
        int length = start
                + tables.values().stream()
                        .mapToInt(table -> padded(table.length))
                        .sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putInt(VERSION).putShort((short) count).putShort((short) ((1 << selector) * ENTRY));
        out.putShort((short) selector).putShort((short) ((count - (1 << selector)) * ENTRY));
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = table.getValue();
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.putInt(checksum(content)).putInt(start).putInt(content.length);
            start += padded(content.length);
        }
        for (byte[] content : tables.values()) {
            out.put(Arrays.copyOf(content, padded(content.length)));
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int checksum(byte[] table) {
        int sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += (table[i] & 0xff) << (24 - 8 * (i & 3));
        }
        return sum;
    }
}
