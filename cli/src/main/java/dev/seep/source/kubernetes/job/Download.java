package dev.seep.source.kubernetes.job;

import dev.seep.source.SourceException;
import dev.seep.source.exec.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Download of a remote folder, into a hidden one first: the folder asked for appears whole or not at all. */
final class Download {
    private final RemoteFolder remote;

    Download(RemoteFolder remote) {
        this.remote = remote;
    }

    /** @param folder is not there yet, or empty */
    void into(Path folder) throws SourceException {
        Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
        try {
            clear(part);
            for (Map.Entry<String, String> file : remote.sums().entrySet()) {
                Path copy = part.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                if (!copy(file.getKey(), copy).equals(file.getValue())) {
                    throw new SourceException(file.getKey() + " of the Job arrived damaged; try again");
                }
            }
            Files.deleteIfExists(folder);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SourceException("cannot write " + folder + ": " + Messages.line(e), e);
        } finally {
            clear(part);
        }
    }

    /** Returns the SHA-256 of the copy. */
    private String copy(String file, Path copy) throws SourceException, IOException {
        MessageDigest sum = sha256();
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] piece;
            long from = 0;
            do {
                piece = remote.piece(file, from);
                out.write(piece);
                sum.update(piece);
                from += piece.length;
            } while (piece.length == RemoteFolder.PIECE);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void clear(Path folder) throws SourceException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new SourceException("cannot remove " + folder + ": " + Messages.line(e), e);
        }
    }
}
