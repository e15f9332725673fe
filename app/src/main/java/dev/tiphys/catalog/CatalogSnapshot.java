package dev.tiphys.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.Item.Lifecycle;

/// The catalog at one moment.
///
/// @param items of all versions, by provider and name, the newest version first
/// @param troubles why a provider's templates cannot be read at the moment, by its name
/// @param elsewhere whether namespaces of nobody could be searched for templates that want to be in the catalog
/// @param asOf when it was last read as a whole; null before the first time
public record CatalogSnapshot(List<Item> items, List<RefusedTemplate> refused, Map<String, String> troubles,
        boolean elsewhere, @Nullable Instant asOf) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Comparator<Item> ORDER = Comparator.comparing(Item::provider).thenComparing(Item::name)
            .thenComparing(Comparator.comparing((Item item) -> sortable(item.version())).reversed());

    static final CatalogSnapshot NOTHING = new CatalogSnapshot(List.of(), List.of(), Map.of(), false, null);

    public CatalogSnapshot {
        items = items.stream().sorted(ORDER).toList();
        refused = List.copyOf(refused);
        troubles = Map.copyOf(troubles);
    }

    // The items are sorted, so that those of one name stand side by side; a page asks for each of its rows.
    private List<Item> versions(String provider, String name) {
        int begin = 0;
        int end = items.size();
        while (begin < end) {
            int middle = (begin + end) >>> 1;
            if (compare(items.get(middle), provider, name) < 0) {
                begin = middle + 1;
            } else {
                end = middle;
            }
        }
        while (end < items.size() && compare(items.get(end), provider, name) == 0) {
            end++;
        }
        return items.subList(begin, end);
    }

    private static int compare(Item item, String provider, String name) {
        int byProvider = item.provider().compareTo(provider);
        return byProvider == 0 ? item.name().compareTo(name) : byProvider;
    }

    /// Exactly this version.
    public Optional<Item> find(String provider, String name, String version) {
        return versions(provider, name).stream().filter(item -> item.version().equals(version)).findFirst();
    }

    /// The newest version that is published, else the newest that somebody of the provider may see, else the newest.
    public Optional<Item> findNewest(String provider, String name, boolean withDrafts) {
        List<Item> versions = versions(provider, name);
        return versions.stream().filter(item -> item.lifecycle() == Lifecycle.PUBLISHED).findFirst()
                .or(() -> versions.stream().filter(item -> withDrafts || item.lifecycle() != Lifecycle.DRAFT)
                        .findFirst());
    }

    /// Whether one version is newer than another.
    static boolean isNewer(String version, String than) {
        return sortable(version).compareTo(sortable(than)) > 0;
    }

    // 1.10 is newer than 1.9.
    private static String sortable(String version) {
        return NUMBER.matcher(version).replaceAll(found -> "0".repeat(18 - found.group().length()) + found.group());
    }
}
