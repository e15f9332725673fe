package dev.tiphys.catalog;

import java.time.Duration;

import dev.tiphys.web.PageAsk;

/// Which instances are wanted, and in which order.
///
/// @param mine whether only those of the person's own teams count
/// @param order `name`, `status`, `owner`, `created` or `value:` with the name of an output or input, with `-` before it
///        for the other way round; anything else is the default, the newest first
public record InstanceAsk(InstanceFilter filter, boolean mine, String order, PageAsk page) {

    /// What ends within this time is `expiring`.
    public static final Duration SOON = Duration.ofDays(7);
    /// The newest first.
    public static final String NEWEST = "-created";
    static final String CHANGED = "-changed";
    static final String VALUE = "value:";

    /// What it is sorted by, without the direction.
    public String key() {
        return isDescending() ? order.substring(1) : order;
    }

    public boolean isDescending() {
        return order.startsWith("-");
    }

    boolean isByValue() {
        return key().startsWith(VALUE);
    }

    String value() {
        return key().substring(VALUE.length());
    }

    InstanceAsk at(PageAsk other) {
        return new InstanceAsk(filter, mine, order, other);
    }
}
