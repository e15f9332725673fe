package dev.tiphys.catalog.sheet;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// How deep YAML is nested: what is deeper than anybody would write is not read at all, since that would cost
/// the stack.
public final class YamlDepth {

    private static final int DEEPEST = 50;
    public static final String PROBLEM = "It is nested more than " + DEEPEST + " levels deep.";

    private YamlDepth() {
    }

    /// Text that is no YAML is not too deep: whoever reads it says what is wrong.
    public static boolean isTooDeep(String text) {
        int depth = 0;
        try {
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                if (depth > DEEPEST) {
                    return true;
                }
            }
        } catch (YamlEngineException unreadable) {
            return depth > DEEPEST;
        }
        return false;
    }
}
