package dev.tiphys.audit.offline;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `tiphys audit verify` needs an export, the checkpoints that were kept elsewhere and the public key, and no portal,
/// database or network. `tiphys audit archive` needs the database and the role that owns it.
public final class AuditCommand {

    static final int FINE = 0;
    static final int BROKEN = 1;
    static final int MISUSE = 64;
    static final int UNREADABLE = 66;

    private static final String USAGE = """
            tiphys audit verify --export FILE --checkpoints FILE --key PUBLIC.pem
            tiphys audit verify --evidence FILE.zip --key PUBLIC.pem
            tiphys audit archive --until DAY --to FILE --key PUBLIC.pem
              FILE          JSON Lines of GET /api/v1/audit/export, or what a checkpoint target keeps
              PUBLIC.pem    the public keys, from a source that you trust; may be given several times
              archive       moves what was signed before the DAY to a new FILE. The database: TIPHYS_OWNER_URL,
                            TIPHYS_OWNER_USER and TIPHYS_OWNER_PASSWORD, of the role that owns the schema
            """;

    private AuditCommand() {
    }

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            Outcome outcome = outcome(words.isEmpty() ? "" : words.getFirst(),
                    words.subList(Math.min(1, words.size()), words.size()));
            outcome.sentences().forEach(out::println);
            return outcome.ok() ? FINE : BROKEN;
        } catch (Arguments.Misuse misuse) {
            err.println("tiphys audit: " + misuse.getMessage());
            err.print(USAGE);
            return MISUSE;
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            err.println("tiphys audit: " + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private static Outcome outcome(String command, List<String> words) throws IOException {
        return switch (command) {
            case "verify" -> verify(Arguments.parse(words,
                    List.of("--export", "--checkpoints", "--evidence", "--key")));
            case "archive" -> ArchiveCommand.run(Arguments.parse(words, List.of("--until", "--to", "--key")), owner(),
                    Clock.systemUTC());
            default -> throw new Arguments.Misuse("There is no command '" + command + "'.");
        };
    }

    private static Outcome verify(Arguments arguments) throws IOException {
        return arguments.has("--evidence") ? EvidenceCheck.of(arguments) : ExportCheck.of(arguments);
    }

    private static DataSource owner() {
        return new SingleConnectionDataSource(environment("TIPHYS_OWNER_URL"), environment("TIPHYS_OWNER_USER"),
                environment("TIPHYS_OWNER_PASSWORD"), true);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new Arguments.Misuse("The environment variable " + name + " is missing.");
        }
        return value;
    }

    /// What was found, in words.
    record Outcome(boolean ok, List<String> sentences) {

        static Outcome broken(String sentence) {
            return new Outcome(false, List.of("BROKEN: " + sentence));
        }

        static Outcome fine(String... sentences) {
            return new Outcome(true, List.of(sentences));
        }
    }
}
