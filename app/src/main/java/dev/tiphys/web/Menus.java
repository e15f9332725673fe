package dev.tiphys.web;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

/// The menus of the frame, as the modules contribute to them.
@Component
class Menus {

    private final List<NavigationEntry> entries;
    private final List<PersonMenuEntry> personal;

    Menus(List<NavigationEntry> entries, List<PersonMenuEntry> personal) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
        this.personal = personal.stream().sorted(Comparator.comparingInt(PersonMenuEntry::order)).toList();
    }

    List<Frame.Place> places(String path) {
        return entries.stream().filter(NavigationEntry::visible)
                .map(entry -> new Frame.Place(entry.label(), entry.path(), entry.badge(), isUnder(entry.path(), path)))
                .toList();
    }

    List<Frame.Place> personal(String path) {
        return personal.stream()
                .map(entry -> new Frame.Place(entry.label(), entry.path(), 0, isUnder(entry.path(), path))).toList();
    }

    static boolean isUnder(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
