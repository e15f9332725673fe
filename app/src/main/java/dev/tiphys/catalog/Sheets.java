package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.tiphys.argo.hub.Hub.LabelledValues;
import dev.tiphys.catalog.Item.Lifecycle;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.SheetReader;

/// The sheets of one provider's items, from ConfigMaps or an annotation. What is wrong with one is told with its place,
/// and its item is a draft until it is mended: a rule that cannot be read must not be taken for none.
final class Sheets {

    static final String FILE = "item.yaml";
    static final String VERSION = "tiphys.dev/item-version";

    private final String namespace;
    private final Map<String, LabelledValues> maps = new HashMap<>();
    private final List<RefusedTemplate> refused = new ArrayList<>();

    Sheets(String namespace, List<LabelledValues> configMaps) {
        this.namespace = namespace;
        configMaps.stream().filter(map -> map.values().containsKey(FILE)).forEach(map -> {
            LabelledValues first = maps.putIfAbsent(key(item(map), map.labels().getOrDefault(VERSION, "")), map);
            if (first != null) {
                refuse(map, item(map), "The ConfigMap " + first.name() + " speaks of the same item and version.");
            }
        });
    }

    /// @param isSound whether it could be read
    record Sheet(ItemSheet content, boolean isSound) {}

    /// That of this version, else that of all versions, else the one in the annotation.
    Sheet of(String item, String version, String annotation) {
        LabelledValues map = maps.getOrDefault(key(item, version), maps.get(key(item, "")));
        if (map == null) {
            return annotation.isEmpty()
                    ? new Sheet(ItemSheet.EMPTY, true)
                    : read(new LabelledValues(item, Map.of(), Map.of(FILE, annotation)), item);
        }
        return read(map, item);
    }

    /// Items that no template speaks of: tools that are not automated yet.
    List<Item> linkOnly(Provider provider) {
        return maps.values().stream().flatMap(map -> linkOnly(provider, map).stream()).toList();
    }

    private Optional<Item> linkOnly(Provider provider, LabelledValues map) {
        SheetReader.Reading reading = SheetReader.read(text(map));
        ItemSheet sheet = reading.sheet();
        if (!sheet.isLinkOnly()) {
            return Optional.empty();
        }
        String lifecycle = sheet.lifecycle().isEmpty() ? "draft" : sheet.lifecycle();
        return Optional.of(new Item(provider.name(), item(map), map.labels().getOrDefault(VERSION, ""),
                sheet.title().isEmpty() ? item(map) : sheet.title(), sheet.description(),
                Lifecycle.valueOf(lifecycle.toUpperCase(Locale.ROOT)), List.of(), Map.of(), sheet));
    }

    List<RefusedTemplate> refused() {
        return List.copyOf(refused);
    }

    private Sheet read(LabelledValues map, String item) {
        SheetReader.Reading reading = SheetReader.read(text(map));
        if (!reading.problems().isEmpty()) {
            refuse(map, item, FILE + " is ignored, and the item a draft until it is mended: "
                    + String.join("; ", reading.problems()));
        }
        return new Sheet(reading.sheet(), reading.problems().isEmpty());
    }

    private void refuse(LabelledValues map, String item, String why) {
        refused.add(new RefusedTemplate(namespace, map.name(), item, why));
    }

    private static String text(LabelledValues map) {
        return Objects.requireNonNull(map.values().get(FILE));
    }

    private static String item(LabelledValues map) {
        return map.labels().getOrDefault(TemplateReader.ITEM, "");
    }

    private static String key(String item, String version) {
        return item + "\n" + version;
    }
}
