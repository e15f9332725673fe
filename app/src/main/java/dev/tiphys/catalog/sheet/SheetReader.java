package dev.tiphys.catalog.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.catalog.form.FormSchema;
import dev.tiphys.catalog.form.WholePattern;
import dev.tiphys.catalog.sheet.ItemSheet.ColumnOfSheet;
import dev.tiphys.catalog.sheet.ItemSheet.FormOfSheet;
import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;
import dev.tiphys.catalog.sheet.ItemSheet.NameRule;
import dev.tiphys.catalog.sheet.ItemSheet.Preset;
import dev.tiphys.catalog.sheet.ItemSheet.Section;
import dev.tiphys.catalog.sheet.ItemSheet.Support;
import dev.tiphys.catalog.sheet.ItemSheet.Upgrade;

/// Reads `item.yaml`: all that is wrong with it at once, each with its place.
public final class SheetReader {

    private static final String FORMAT = "item.schema.json";
    private static final LoadSettings YAML = LoadSettings.builder().setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false).setMaxAliasesForCollections(0).build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonMapper.shared().readTree(format()));
    private static final Map<Character, Duration> UNITS = Map.of('s', Duration.ofSeconds(1), 'm',
            Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1));

    private final JsonView root;

    private SheetReader(JsonView root) {
        this.root = root;
    }

    /// @param sheet the empty one when anything is wrong
    /// @param problems each with its place, such as `ttl.preset: …`
    public record Reading(ItemSheet sheet, List<String> problems) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// The format as JSON Schema, for editors and checks before anything is applied.
    public static String format() {
        try (InputStream file = Objects.requireNonNull(SheetReader.class.getResourceAsStream(FORMAT))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading read(String yaml) {
        if (YamlDepth.isTooDeep(yaml)) {
            return wrong(List.of(YamlDepth.PROBLEM));
        }
        JsonNode tree;
        try {
            Object loaded = new Load(YAML).loadFromString(yaml);
            tree = JsonMapper.shared().valueToTree(loaded == null ? Map.of() : loaded);
        } catch (YamlEngineException | IllegalArgumentException unreadable) {
            return wrong(List.of("It is no YAML: "
                    + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("") + "."));
        }
        List<String> problems = new ArrayList<>(SCHEMA.validate(tree).stream()
                .map(error -> place(error.getInstanceLocation().toString()) + error.getMessage()).toList());
        SheetReader reader = new SheetReader(new JsonView(tree));
        if (problems.isEmpty()) {
            problems.addAll(reader.contradictions());
        }
        return problems.isEmpty() ? new Reading(reader.sheet(), List.of()) : wrong(problems);
    }

    private static Reading wrong(List<String> problems) {
        return new Reading(ItemSheet.EMPTY, problems);
    }

    /// The sheet of somebody who says nothing.
    static ItemSheet nothing() {
        return new SheetReader(JsonView.EMPTY).sheet();
    }

    private static String place(String pointer) {
        String path = pointer.replaceFirst("^/", "").replace('/', '.');
        return path.isEmpty() ? "" : path + ": ";
    }

    private List<String> contradictions() {
        List<String> problems = new ArrayList<>();
        Lifetime life = lifetime();
        if (life != null && life.preset().compareTo(life.longest()) > 0) {
            problems.add("ttl.preset: is longer than ttl.longest");
        }
        String pattern = WholePattern.problem(root.text("names", "pattern"));
        if (!pattern.isEmpty()) {
            problems.add("names.pattern: is no regular expression: " + pattern);
        }
        root.items("windows").map(window -> window.text("zone")).filter(zone -> !zone.isEmpty())
                .filter(zone -> !isZone(zone)).forEach(zone -> problems.add("windows: there is no zone " + zone));
        if (root.at("upgrade").isPresent() && !isDate(root.text("upgrade", "by"))) {
            problems.add("upgrade.by: there is no such day");
        }
        forms().forEach((action, form) -> {
            String problem = FormSchema.of(form.schema()).problem();
            if (!problem.isEmpty()) {
                problems.add("forms." + action + ".schema: is no JSON Schema: " + problem);
            }
        });
        return problems;
    }

    private static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isDate(String day) {
        try {
            return !LocalDate.parse(day).toString().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private ItemSheet sheet() {
        JsonView support = root.at("support");
        return new ItemSheet(root.text("title"), root.text("description"), root.text("icon"), root.text("kind"),
                root.text("cloud"), root.text("owner"),
                new Support(support.text("contact"), support.text("channel"), support.text("hours")), root.text("sla"),
                root.text("documentation"), price(), root.text("lifecycle"), root.text("successor"),
                root.text("link"), columns(), presets(), forms(), root.texts("secrets"), names(),
                root.number(0, "quota", "per-team"), lifetime(), approval(), root.text("environment"), windows(),
                root.flag("protected"), duration(root.text("grace")), root.map("undo"),
                duration(root.text("read", "every")), root.number(0, "concurrency"), upgrade());
    }

    private @Nullable Price price() {
        JsonView price = root.at("price");
        if (!price.isPresent()) {
            return null;
        }
        Map<String, BigDecimal> amounts = new HashMap<>();
        price.at("by", "amounts").node().properties()
                .forEach(entry -> amounts.put(entry.getKey(), entry.getValue().decimalValue()));
        String per = price.text("per");
        return new Price(price.at("amount").node().decimalValue(), price.text("currency"),
                per.isEmpty() ? "month" : per, money(price.at("market")), price.text("by", "field"), amounts);
    }

    private static @Nullable BigDecimal money(JsonView amount) {
        return amount.isPresent() ? amount.node().decimalValue() : null;
    }

    private List<ColumnOfSheet> columns() {
        return root.items("columns").map(column -> new ColumnOfSheet(column.text("value"),
                column.text("title").isEmpty() ? column.text("value") : column.text("title"))).toList();
    }

    private List<Preset> presets() {
        return root.items("presets").map(preset -> new Preset(preset.text("name"), preset.map("values"))).toList();
    }

    private Map<String, FormOfSheet> forms() {
        Map<String, FormOfSheet> forms = new LinkedHashMap<>();
        root.at("forms").node().properties().forEach(entry -> {
            JsonView form = new JsonView(entry.getValue());
            forms.put(entry.getKey(), new FormOfSheet(form.at("schema").json(), form.items("sections")
                    .map(section -> new Section(section.text("title"), section.texts("fields"))).toList()));
        });
        return forms;
    }

    private @Nullable NameRule names() {
        JsonView names = root.at("names");
        return names.isPresent() ? new NameRule(names.text("pattern"), names.text("message")) : null;
    }

    private @Nullable Lifetime lifetime() {
        JsonView ttl = root.at("ttl");
        return ttl.isPresent()
                ? new Lifetime(duration(ttl.text("preset")), duration(ttl.text("longest")),
                        duration(ttl.text("warning")))
                : null;
    }

    private ApprovalRule approval() {
        JsonView rule = root.at("approval");
        return new ApprovalRule(rule.flag("always"), money(rule.at("price-above")),
                Set.copyOf(rule.texts("environments")), rule.flag("beyond-quota"),
                Set.copyOf(rule.texts("actions")));
    }

    private List<Window> windows() {
        return root.items("windows").map(window -> {
            List<String> days = window.texts("days");
            String zone = window.text("zone");
            return new Window(Stream.of(DayOfWeek.values())
                    .filter(day -> days.isEmpty() || days.contains(day.name().substring(0, 3).toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toSet()), LocalTime.parse(window.text("from")),
                    LocalTime.parse(window.text("to")), zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone),
                    Set.copyOf(window.texts("actions")));
        }).toList();
    }

    private @Nullable Upgrade upgrade() {
        JsonView upgrade = root.at("upgrade");
        return upgrade.isPresent() ? new Upgrade(upgrade.text("by"), upgrade.text("reason")) : null;
    }

    private static Duration duration(String text) {
        return text.isEmpty()
                ? Duration.ZERO
                : Objects.requireNonNull(UNITS.get(text.charAt(text.length() - 1)))
                        .multipliedBy(Long.parseLong(text, 0, text.length() - 1, 10));
    }
}
