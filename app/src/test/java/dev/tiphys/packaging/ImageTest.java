package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ImageTest {

    private static final Pattern COPY = Pattern.compile("^COPY (?!--from)(?:--\\S+ )*(\\S+) \\S+$", Pattern.MULTILINE);
    private static final Pattern BUILT = Pattern.compile("^COPY --from=build /src/(\\S+) \\S+$", Pattern.MULTILINE);

    @Test
    void copiesWhatIsThere() {
        assertThat(all(COPY)).isNotEmpty().allSatisfy(source -> assertThat(Repository.path(source)).exists());
    }

    @Test
    void copiesWhatTheBuildMakes() {
        assertThat(Repository.text("Dockerfile")).contains("-Pimage");
        assertThat(all(BUILT)).containsExactlyInAnyOrder("app/target/tiphys.jar", "steps/target/tiphys-steps.jar");
        assertThat(Repository.text("app/pom.xml")).containsSubsequence("<id>image</id>",
                "<finalName>tiphys</finalName>");
        assertThat(Repository.text("steps/pom.xml"))
                .contains("<outputFile>${project.build.directory}/tiphys-steps.jar</outputFile>");
    }

    @Test
    void startsTheProgramsThatItHolds() {
        assertThat(Repository.text("docker/tiphys")).contains("-jar /opt/tiphys/portal.jar",
                "-jar /opt/tiphys/steps.jar");
        assertThat(Repository.text("Dockerfile")).containsSubsequence("WORKDIR /opt/tiphys", " portal.jar",
                " steps.jar", "/usr/local/bin/tiphys", "ENTRYPOINT [\"tiphys\"]");
    }

    @Test
    void composeNamesFoldersAndServicesThatExist() {
        Map<?, ?> compose = Repository.yaml("docker-compose.yml");
        Map<?, ?> services = part(compose, "services");
        Map<?, ?> volumes = part(compose, "volumes");
        for (Object each : services.values()) {
            Map<?, ?> service = (Map<?, ?>) each;
            assertThat(sources(service)).allSatisfy(source -> assertThat(source.startsWith(".")
                    ? Repository.path(source).toFile().exists()
                    : volumes.containsKey(source)).as(source).isTrue());
            assertThat(services.keySet().containsAll(part(service, "depends_on").keySet())).isTrue();
            assertThat(service.containsKey("build") || service.containsKey("image")).isTrue();
        }
    }

    @Test
    void composeAcceptsItsFile() throws IOException, InterruptedException {
        Optional<String> version = Command.in(Repository.path("."), "docker", "compose", "version").find();
        Assumptions.assumeTrue(version.isPresent(), "SKIPPED: docker has no compose plugin here");

        Command.Outcome outcome = Command.in(Repository.path("."), "docker", "compose", "config", "--quiet").run()
                .orElseThrow();

        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    private static List<String> all(Pattern instruction) {
        return instruction.matcher(Repository.text("Dockerfile")).results().map((MatchResult copy) -> copy.group(1))
                .toList();
    }

    private static List<String> sources(Map<?, ?> service) {
        Stream<String> volumes = service.get("volumes") instanceof List<?> mounts
                ? mounts.stream().map(mount -> String.valueOf(mount).replaceAll(":.*", ""))
                : Stream.empty();
        Stream<String> build = Stream.ofNullable(service.get("build")).map(String::valueOf);
        return Stream.concat(volumes, build).toList();
    }

    private static Map<?, ?> part(Map<?, ?> whole, String key) {
        return whole.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }
}
