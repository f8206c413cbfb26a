package jp.tsunagi.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One secret per case, each in a file of its own in the key folder, without which the case's wrapped key opens to nobody.
 * A database keeps what was deleted in old pages, journals and backups; such a small file can be overwritten and removed,
 * and its backups are few and short. See {@code docs/decisions/0011}.
 */
final class CasePads {

    private static final int BYTES = 32;
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    CasePads(Path folder) {
        this.folder = folder;
    }

    /** The pad of this owner; made, durably, where there is none yet. Nodes that do so together end with one. */
    Aead make(String owner) {
        Path file = fileOf(owner);
        try {
            if (!Files.exists(file)) {
                write(folderOf(owner), file);
            }
            return pad(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The pad of a case cannot be written", e);
        }
    }

    /** Empty where it was destroyed, or is in none of the files. */
    Optional<Aead> find(String owner) {
        try {
            return Optional.of(pad(Files.readAllBytes(fileOf(owner))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The pad of a case cannot be read", e);
        }
    }

    /** Overwrites the file in its place, then removes it; nothing where it is gone already. */
    void destroy(String owner) {
        Path file = fileOf(owner);
        try {
            if (!Files.exists(file)) {
                return;
            }
            byte[] other = new byte[BYTES];
            random.nextBytes(other);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(other));
                channel.force(true);
            }
            Files.deleteIfExists(file);
            sync(folderOf(owner));
        } catch (NoSuchFileException e) {
            // Another node destroyed it in this very moment.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("The pad of a case cannot be destroyed", e);
        }
    }

    private void write(Path parent, Path file) throws IOException {
        Files.createDirectories(
                parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        Path aside = Files.createTempFile(
                parent,
                "pad",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(aside, secret, StandardOpenOption.SYNC);
            // A link, since a move would replace the pad of a node that was faster and has used it already.
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // The faster node's pad is the one.
        } finally {
            Files.delete(aside);
        }
        sync(parent);
        sync(folder);
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path fileOf(String owner) {
        return folderOf(owner).resolve(owner + ".pad");
    }

    /** Spread over folders by the end of the id, which is the random part of it. */
    private Path folderOf(String owner) {
        if (!OWNER.matcher(owner).matches()) {
            throw new IllegalArgumentException("Not the id of a case");
        }
        return folder.resolve(owner.substring(Math.max(0, owner.length() - 2)));
    }

    private static Aead pad(byte[] secret) {
        try {
            return new AesGcmJce(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The pad of a case is damaged. Put the key folder back from its backup.");
        }
    }
}
