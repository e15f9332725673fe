package dev.tiphys.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.catalog.sheet.ItemSheet;

/// One version of something that a provider offers: everything that can be done with it.
///
/// @param version as the templates say it; empty when they say none
/// @param columns of the table of its instances
/// @param actions by name: `create` first, `delete` last; none of an item that only points to a tool
/// @param sheet what its provider says beyond the templates
public record Item(String provider, String name, String version, String title, String description,
        Lifecycle lifecycle, List<Column> columns, Map<String, ItemAction> actions, ItemSheet sheet) {

    public static final String CREATE = "create";
    public static final String DELETE = "delete";
    /// Actions of the portal's own, which nobody chooses.
    static final Set<String> BACKSTAGE = Set.of("read", "discover");

    public Item {
        columns = List.copyOf(columns);
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }

    /// Who may order it.
    public enum Lifecycle {
        /// The provider's own people.
        DRAFT,
        /// Everybody with the right.
        PUBLISHED,
        /// Nobody any more; what there is goes on.
        DEPRECATED
    }

    /// @param value the name of an output or, where there is none, of an input
    public record Column(String value, String title) {}

    public Optional<ItemAction> findAction(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    /// What can be done with an instance that works.
    public List<ItemAction> dayTwo() {
        return actions.values().stream()
                .filter(action -> !action.name().equals(CREATE) && !action.name().equals(DELETE))
                .filter(action -> !BACKSTAGE.contains(action.name())).toList();
    }

    /// Whether it can be ordered and got rid of again.
    public boolean isComplete() {
        return actions.containsKey(CREATE) && actions.containsKey(DELETE);
    }
}
