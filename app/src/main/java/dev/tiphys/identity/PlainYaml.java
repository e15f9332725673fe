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
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// YAML that every reader understands alike: one document without anchors, aliases, merge keys and tags, and not deeper
/// than anybody would write. What decides about rights must not depend on which reader is asked.
final class PlainYaml {

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
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
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

    private static void look(Event event, Set<String> problems) {
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add("It uses anchors and aliases. Write each value out where it belongs.");
        }
        if (event instanceof ScalarEvent scalar && scalar.getValue().equals("<<")) {
            problems.add("It uses a merge key (<<). Write each value out where it belongs.");
        }
        if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent()) {
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
