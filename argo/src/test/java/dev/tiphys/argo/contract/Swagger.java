package dev.tiphys.argo.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.argo.http.StubServer.Asked;
import dev.tiphys.argo.json.JsonView;

/// A published swagger file, asked whether it knows a request.
record Swagger(JsonView json) {

    /// Reads `<folder>/<name>`; the folder is named by `-Dcontracts.dir` or lies beside the repository.
    static Optional<Swagger> find(String name) {
        return Stream.of(System.getProperty("contracts.dir", ""), "../shared/contracts", "../../shared/contracts")
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, name)).filter(Files::isRegularFile)
                .findFirst().map(Swagger::read);
    }

    /// What the file says against the request; empty when it knows it.
    String objection(Asked asked, String prefix, Set<String> alsoKnown) {
        URI uri = URI.create(asked.uri());
        String path = uri.getRawPath().substring(prefix.length());
        Optional<JsonView> operation = json.at("paths").node().properties().stream()
                .filter(entry -> matcher(entry.getKey()).test(path))
                .map(entry -> new JsonView(entry.getValue()).at(asked.method().toLowerCase(Locale.ROOT)))
                .filter(JsonView::isPresent).findFirst();
        if (operation.isEmpty()) {
            return asked.method() + " " + path + " is not in the contract";
        }
        Set<String> known = operation.get().items("parameters")
                .filter(parameter -> parameter.text("in").equals("query"))
                .map(parameter -> parameter.text("name")).collect(Collectors.toSet());
        List<String> unknown = queryNames(uri).filter(name -> !known.contains(name) && !alsoKnown.contains(name))
                .toList();
        boolean takesBody = operation.get().items("parameters")
                .anyMatch(parameter -> parameter.text("in").equals("body"));
        if (!asked.body().isEmpty() && !takesBody) {
            return asked.method() + " " + path + " takes no body";
        }
        return unknown.isEmpty() ? "" : asked.method() + " " + path + " does not know " + unknown;
    }

    private static Swagger read(Path file) {
        try {
            return new Swagger(JsonView.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<String> matcher(String template) {
        String regex = Stream.of(template.split("(?=\\{)|(?<=\\})", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part)).collect(Collectors.joining());
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static Stream<String> queryNames(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Stream.of(query.split("&", -1)).filter(pair -> !pair.isEmpty()).map(pair -> pair.split("=", 2)[0]);
    }
}
