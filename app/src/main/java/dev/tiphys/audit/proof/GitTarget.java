package dev.tiphys.audit.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.springframework.util.FileSystemUtils;

/// A file in a Git repository. Each time it is cloned anew, so that nothing of it is kept between two checkpoints.
final class GitTarget implements CheckpointTarget {

    private static final int DEADLINE_SECONDS = 30;

    private final AuditProperties.Git place;

    GitTarget(AuditProperties.Git place) {
        this.place = place;
    }

    /// Something to do in a clone.
    private interface Work<T> {
        T in(Git git, Path file) throws GitAPIException, IOException;
    }

    @Override
    public String name() {
        return "git " + place.url().replaceAll("//[^/@]*@", "//");
    }

    @Override
    public void keep(List<Checkpoint> checkpoints) throws IOException {
        String text = CheckpointLines.write(checkpoints);
        String sentence = "Audit log: entry " + checkpoints.getLast().seq();
        inClone((git, file) -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            git.add().addFilepattern(place.file()).call();
            PersonIdent tiphys = new PersonIdent("Tiphys", "tiphys@localhost");
            git.commit().setMessage(sentence).setAuthor(tiphys).setCommitter(tiphys).setSign(false).call();
            push(git);
            return sentence;
        });
    }

    private void push(Git git) throws GitAPIException, IOException {
        RefSpec head = new RefSpec(Constants.HEAD + ":refs/heads/" + place.branch());
        for (PushResult result : withCredentials(git.push().setRefSpecs(head)).call()) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                if (update.getStatus() != RemoteRefUpdate.Status.OK
                        && update.getStatus() != RemoteRefUpdate.Status.UP_TO_DATE) {
                    throw new IOException("The push was answered with " + update.getStatus() + ".");
                }
            }
        }
    }

    @Override
    public List<Checkpoint> read() throws IOException {
        return inClone((git, file) -> {
            if (!Files.exists(file)) {
                return List.of();
            }
            try (Stream<String> lines = Files.lines(file)) {
                return CheckpointLines.read(lines);
            }
        });
    }

    private <T> T inClone(Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("tiphys-audit-");
        try (Git git = withCredentials(Git.cloneRepository().setURI(place.url()).setDirectory(folder.toFile())
                .setDepth(1).setBranch("refs/heads/" + place.branch())).call()) {
            return work.in(git, folder.resolve(place.file()));
        } catch (GitAPIException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private <C extends TransportCommand<C, ?>> C withCredentials(C command) throws IOException {
        command.setTimeout(DEADLINE_SECONDS);
        if (place.tokenFile() != null) {
            command.setCredentialsProvider(new UsernamePasswordCredentialsProvider(place.username(),
                    Files.readString(place.tokenFile()).strip()));
        }
        return command;
    }
}
