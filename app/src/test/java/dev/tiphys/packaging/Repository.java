package dev.tiphys.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The files of the repository that this test runs in.
final class Repository {

    private static final Path ROOT = above().filter(folder -> Files.exists(folder.resolve("docker-compose.yml")))
            .findFirst().orElseThrow();

    private Repository() {
    }

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    static Map<?, ?> yaml(String name) {
        return yamls(name).getFirst();
    }

    /// All documents of a file.
    static List<Map<?, ?>> yamls(String name) {
        Load load = new Load(LoadSettings.builder().setLabel(name).build());
        return StreamSupport.stream(load.loadAllFromString(text(name)).spliterator(), false)
                .<Map<?, ?>>map(document -> (Map<?, ?>) document).toList();
    }

    /// Everything under a folder, by its name from the root.
    static List<String> files(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).map(file -> ROOT.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /// The published contracts of Argo: the folder that `-Dcontracts.dir` names, or one beside the repository.
    static Optional<Path> findContracts() {
        String given = System.getProperty("contracts.dir");
        Stream<Path> places = given == null
                ? above().map(folder -> folder.resolve("shared/contracts"))
                : Stream.of(Path.of(given));
        return places.filter(Files::isDirectory).findFirst();
    }

    private static Stream<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent);
    }
}
