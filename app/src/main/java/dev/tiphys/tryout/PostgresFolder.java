package dev.tiphys.tryout;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The folder in which the try-out's database lives, held by one portal at a time.
final class PostgresFolder implements AutoCloseable {

    private static final String MAJOR_VERSION = "18";
    private static final int KEY_BYTES = 32;

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;

    private PostgresFolder(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /// Takes the folder for this process, ends what a killed portal left running in it, and empties it if so wanted.
    static PostgresFolder open(TryoutSettings settings) throws IOException, InterruptedException {
        Path path = settings.isTemporary()
                ? Files.createTempDirectory("tiphys-postgres-")
                : Path.of(settings.data()).toAbsolutePath().normalize();
        Files.createDirectories(parent(path));
        PostgresFolder folder = new PostgresFolder(path, settings.isTemporary(), lock(path));
        LeftoverPostgres.end(path);
        if (settings.fresh()) {
            folder.empty();
        }
        if (!Files.exists(path.resolve("PG_VERSION"))) {
            // Checkpoints of a log that is gone would accuse the next one.
            FileSystemUtils.deleteRecursively(folder.audit());
        }
        folder.checkVersion();
        return folder;
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    // The lock lies beside the folder: it must outlive the emptying of the folder itself.
    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new SandboxRefusal("The database in " + path + " is in use by another portal.",
                    "Stop that portal, or give this one a folder of its own with --tiphys.sandbox.data=<folder>.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void empty() throws IOException {
        boolean isDatabase = Files.exists(path.resolve("PG_VERSION"));
        if (Files.exists(path) && !isDatabase && !isEmpty(path)) {
            throw new SandboxRefusal("The folder " + path + " holds something else than a database; it stays as it is.",
                    "Give an empty folder, or that of an earlier run, with --tiphys.sandbox.data=<folder>.");
        }
        FileSystemUtils.deleteRecursively(path);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private void checkVersion() throws IOException {
        Path version = path.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new SandboxRefusal("The database in " + path + " was made by PostgreSQL "
                    + Files.readString(version).strip() + ", not by " + MAJOR_VERSION + ".",
                    "Empty it with --fresh, or give another folder with --tiphys.sandbox.data=<folder>.");
        }
    }

    /// A key that lies beside the database and is made with it.
    String identityKey() {
        Path file = path.resolveSibling(path.getFileName() + ".identity-key");
        try {
            if (temporary || !Files.exists(file)) {
                byte[] bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                String key = Base64.getEncoder().encodeToString(bytes);
                if (temporary) {
                    return key;
                }
                Files.writeString(file, key);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new SandboxRefusal("The key file " + file + " cannot be used: " + failure.getMessage(),
                    "Remove it; people then have to sign in again.", failure);
        }
    }

    Path path() {
        return path;
    }

    /// Where the checkpoints of this database's audit log lie: beside it.
    Path audit() {
        return path.resolveSibling(path.getFileName() + "-audit");
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            FileSystemUtils.deleteRecursively(path);
            FileSystemUtils.deleteRecursively(audit());
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + ".lock"));
        }
        lock.close();
    }
}
