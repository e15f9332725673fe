package dev.tiphys.catalog.sheet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a provider says of its item beyond the templates. A text that it does not say is empty.
///
/// @param icon the name of one of the portal's icons
/// @param kind a facet, such as Databases
/// @param cloud a facet
/// @param documentation Markdown
/// @param lifecycle of a link-only item; empty otherwise
/// @param successor `provider/item` that replaces a deprecated one
/// @param link where it is ordered while nothing is automated
/// @param forms by action
/// @param secrets outputs whose value is the name of a Secret in the provider's namespace
/// @param environment the input that says the environment
/// @param isProtected whether a new instance has to be unprotected before it is deleted
/// @param grace between deleting and the workflow that does it; zero for none
/// @param undo the action that undoes an action
/// @param readEvery how often the action `read` runs; zero for never
/// @param concurrency how many workflows at once; 0 for no limit
public record ItemSheet(String title, String description, String icon, String kind, String cloud, String owner,
        Support support, String sla, String documentation, @Nullable Price price, String lifecycle, String successor,
        String link, List<ColumnOfSheet> columns, List<Preset> presets, Map<String, FormOfSheet> forms,
        List<String> secrets, @Nullable NameRule names, int quotaPerTeam, @Nullable Lifetime ttl, ApprovalRule approval,
        String environment, List<Window> windows, boolean isProtected, Duration grace, Map<String, String> undo,
        Duration readEvery, int concurrency, @Nullable Upgrade upgrade) {

    /// Of an item whose provider says nothing.
    public static final ItemSheet EMPTY = SheetReader.nothing();

    public ItemSheet {
        columns = List.copyOf(columns);
        presets = List.copyOf(presets);
        forms = Map.copyOf(forms);
        secrets = List.copyOf(secrets);
        windows = List.copyOf(windows);
        undo = Map.copyOf(undo);
    }

    /// Whom to ask, where and when.
    ///
    /// @param channel in Slack
    public record Support(String contact, String channel, String hours) {}

    /// A column of the table of instances: an output or, where there is none, an input.
    public record ColumnOfSheet(String value, String title) {}

    /// A form that is filled in beforehand.
    public record Preset(String name, Map<String, String> values) {

        public Preset {
            values = Map.copyOf(values);
        }
    }

    /// @param schema JSON Schema 2020-12 as JSON text; empty for none
    public record FormOfSheet(String schema, List<Section> sections) {

        public FormOfSheet {
            sections = List.copyOf(sections);
        }
    }

    /// Fields under one title.
    public record Section(String title, List<String> fields) {

        public Section {
            fields = List.copyOf(fields);
        }
    }

    /// @param pattern a regular expression that the whole name fits
    public record NameRule(String pattern, String message) {}

    /// How long instances live.
    ///
    /// @param warning this long before the end; zero for none
    public record Lifetime(Duration preset, Duration longest, Duration warning) {}

    /// Why an old version should be left, and until when.
    ///
    /// @param by such as `2027-03-01`
    public record Upgrade(String by, String reason) {}

    public Optional<Preset> findPreset(String name) {
        return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /// Whether it only points to a tool that is not automated.
    public boolean isLinkOnly() {
        return !link.isEmpty();
    }
}
