package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.])/(home|Users|root|work)/(?!\\$)\\w+/");
    private static final Pattern REGISTRY = Pattern.compile("<repository>|<pluginRepository>|<mirror>|--index-url"
            + "|--extra-index-url|_INDEX_URL=|registry=https?:");
    private static final Pattern TEXT = Pattern.compile(
            ".*(\\.(java|xml|ya?ml|md|html|css|js|py|sql|sh|properties|prefs|factories)|Dockerfile|/run|/tiphys)");

    @Test
    void nothingPointsIntoSomebodysMachineOrRegistry() throws IOException, InterruptedException {
        Optional<String> listed = Command.in(Repository.path("."), "git", "ls-files").find();
        Assumptions.assumeTrue(listed.isPresent(), "SKIPPED: this is no checkout that git can list");
        List<String> files = listed.orElseThrow().lines().filter(file -> TEXT.matcher(file).matches())
                .filter(file -> !file.endsWith("RepositoryTest.java")).toList();

        assertThat(files).hasSizeGreaterThan(100).allSatisfy(file -> {
            Path path = Repository.path(file);
            String text = Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
            assertThat(MACHINE.matcher(text).results().map(hit -> hit.group())).as(file).isEmpty();
            assertThat(REGISTRY.matcher(text).results().map(hit -> hit.group())).as(file).isEmpty();
        });
    }
}
