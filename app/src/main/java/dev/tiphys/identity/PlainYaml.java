package dev.tiphys.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML that every reader understands alike: one document without anchors, aliases, merge keys and tags, and not deeper
/// than anybody would write. What decides about rights must not depend on which reader is asked.
final class PlainYaml {

    private static final String ANCHORS = "It uses anchors and aliases. Write each value out where it belongs.";
    private static final int DEEPEST = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false).setMaxAliasesForCollections(0).build();

    private PlainYaml() {
    }

    /// What keeps the text from being plain; empty when it is.
    static List<String> problems(String text) {
        Set<String> problems = new LinkedHashSet<>();
        try {
            int depth = 0;
            int documents = 0;
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                documents += event instanceof DocumentStartEvent ? 1 : 0;
                depth += step(event);
                if (depth > DEEPEST) {
                    return List.of("It is nested more than " + DEEPEST + " levels deep.");
                }
                look(event, problems);
            }
            if (documents > 1) {
                problems.add("It holds several documents. Write one.");
            }
        } catch (YamlEngineException unreadable) {
            return List.of("It is no YAML: "
                    + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("") + ".");
        }
        return List.copyOf(problems);
    }

    private static int step(Event event) {
        return switch (event) {
            case CollectionStartEvent _ -> 1;
            case CollectionEndEvent _ -> -1;
            default -> 0;
        };
    }

    private static void look(Event event, Set<String> problems) {
        switch (event) {
            case AliasEvent _ -> problems.add(ANCHORS);
            case ScalarEvent scalar -> {
                if (scalar.getValue().equals("<<")) {
                    problems.add("It uses a merge key (<<). Write each value out where it belongs.");
                }
                look(scalar.getAnchor().isPresent(), scalar.getTag().isPresent(), problems);
            }
            case CollectionStartEvent start ->
                look(start.getAnchor().isPresent(), start.getTag().isPresent(), problems);
            default -> {
                // Ends and document marks carry nothing.
            }
        }
    }

    private static void look(boolean anchored, boolean tagged, Set<String> problems) {
        if (anchored) {
            problems.add(ANCHORS);
        }
        if (tagged) {
            problems.add("It uses a tag (!). Leave it out.");
        }
    }

    /// The value of a text that has no problems: maps, lists and scalars.
    ///
    /// @throws YamlEngineException when a key stands twice
    static @org.jspecify.annotations.Nullable Object load(String text) {
        return new Load(SETTINGS).loadFromString(text);
    }
}
