package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The compiled texts as files that people read in reviews. After a change that is meant, run this test with
/// `-Dgolden.rewrite=true` and read the difference.
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/tiphys/promotion/compile");

    @ParameterizedTest
    @ValueSource(strings = {"four-environments", "one-environment", "two-argo-cds", "way-back"})
    void theTextsAreThoseThatWereReviewed(String name) throws IOException {
        CompiledPlan compiled = Plans.compiled(Plans.named(name));
        compare(FOLDER.resolve(name + ".yaml"), compiled.yaml());
        compare(FOLDER.resolve(name + ".py"), compiled.hera());
    }

    private static void compare(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).as("%s; rewrite it with -Dgolden.rewrite=true if the change is meant", file)
                .isEqualTo(Files.readString(file));
    }
}
