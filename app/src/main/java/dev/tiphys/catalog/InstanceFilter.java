package dev.tiphys.catalog;

import java.util.Locale;

/// Which instances are wanted; what is empty does not matter.
///
/// @param q a part of the name, of an input or of an output
/// @param status `troubled` for those whose last action failed, else a status; deleted ones only on demand
public record InstanceFilter(String provider, String item, String q, String status) {

    public InstanceFilter {
        provider = plain(provider);
        item = plain(item);
        q = plain(q);
        status = plain(status).toLowerCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
