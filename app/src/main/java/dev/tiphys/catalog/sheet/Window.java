package dev.tiphys.catalog.sheet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/// When actions may begin: on these days from one time to another, in this zone. A window whose end is not after its
/// beginning ends on the day after.
///
/// @param actions of which it speaks; empty for all
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, Set<String> actions) {

    public Window {
        days = Set.copyOf(days);
        actions = Set.copyOf(actions);
    }
}
