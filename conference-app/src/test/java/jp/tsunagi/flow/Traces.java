package jp.tsunagi.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for many texts at once in bytes of any kind, in each encoding they might have been written in: in UTF-8, UTF-16 of
 * both orders and Shift_JIS. Finds at any position, not only where a character might begin.
 */
final class Traces {

    static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("Windows-31J"));

    private static final int KEY_BYTES = 6;
    private static final int HASH_BITS = 22;

    private record Wanted(byte[] bytes, String what) {}

    private final Map<Long, List<Wanted>> byKey = new HashMap<>();
    /** Most places are ruled out here at the cost of one look. */
    private final boolean[] hashes = new boolean[1 << HASH_BITS];

    /** @param what is told where it is found, instead of the text */
    void lookFor(String text, String what) {
        for (Charset encoding : ENCODINGS) {
            if (encoding.newEncoder().canEncode(text)) {
                byte[] bytes = text.getBytes(encoding);
                if (bytes.length >= KEY_BYTES) {
                    long key = key(bytes, 0);
                    byKey.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(new Wanted(bytes, what + " in " + encoding));
                    hashes[hash(key)] = true;
                }
            }
        }
    }

    int size() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    /** What of it stands in the bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i + KEY_BYTES <= bytes.length; i++) {
            long key = key(bytes, i);
            if (hashes[hash(key)]) {
                for (Wanted wanted : byKey.getOrDefault(key, List.of())) {
                    int end = i + wanted.bytes().length;
                    if (end <= bytes.length && Arrays.equals(bytes, i, end, wanted.bytes(), 0, wanted.bytes().length)) {
                        found.add(wanted.what());
                    }
                }
            }
        }
        return found;
    }

    /** What of it stands in the files below the folder, or in their names: by file. */
    Map<Path, Set<String>> below(Path folder) {
        Map<Path, Set<String>> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Set<String> there = new LinkedHashSet<>(in(file.toString().getBytes(StandardCharsets.UTF_8)));
                if (Files.isRegularFile(file)) {
                    there.addAll(in(Files.readAllBytes(file)));
                }
                if (!there.isEmpty()) {
                    found.put(file, there);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long key(byte[] bytes, int at) {
        long key = 0;
        for (int i = 0; i < KEY_BYTES; i++) {
            key = key << 8 | (bytes[at + i] & 0xff);
        }
        return key;
    }

    private static int hash(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - HASH_BITS));
    }
}
