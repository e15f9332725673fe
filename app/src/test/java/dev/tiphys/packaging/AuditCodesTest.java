package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/// Every code that the source publishes is explained in docs/audit.md, and nothing else is.
class AuditCodesTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+\\.[a-z-]+)` \\| .+ \\|$", Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*\\.(?:[a-z][a-z-]*)?)\"");
    // File names and the like that stand in the same sources.
    private static final Pattern NO_CODE = Pattern.compile(".*\\.(json|jsonl|yaml|py|txt|pem|csv|zip|lock)$");

    @Test
    void everyCodeIsExplained() {
        Set<String> explained = explained();
        assertThat(published()).isNotEmpty().allSatisfy(code -> assertThat(explained)
                .as("docs/audit.md explains " + code)
                .anyMatch(known -> code.matches(".*[.-]") ? known.startsWith(code) : known.equals(code)));
    }

    @Test
    void nothingIsExplainedThatIsNeverPublished() {
        Set<String> published = published();
        assertThat(explained()).allSatisfy(known -> assertThat(published).as(known)
                .anyMatch(code -> code.matches(".*[.-]") ? known.startsWith(code) : known.equals(code)));
    }

    private static Set<String> explained() {
        return matches(ROW, Repository.text("docs/audit.md"));
    }

    /// The literals that look like a code, or like the beginning of one, in all sources that publish something.
    private static Set<String> published() {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Repository.path("app/src/main/java/dev/tiphys"))) {
            files.filter(file -> file.toString().endsWith(".java")).map(AuditCodesTest::text)
                    .filter(text -> text.contains("ActionTaken") || text.contains("code of the record"))
                    .forEach(text -> codes.addAll(matches(LITERAL, text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        codes.removeIf(code -> NO_CODE.matcher(code).matches());
        return codes;
    }

    private static Set<String> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
