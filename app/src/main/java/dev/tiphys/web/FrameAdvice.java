package dev.tiphys.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Puts the frame around every page.
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    private final Visitor visitor;
    private final List<NavigationEntry> entries;
    private final SettingsSections sections;
    private final ObjectProvider<Announcement> announcements;
    private final boolean sandbox;

    FrameAdvice(Visitor visitor, List<NavigationEntry> entries, SettingsSections sections,
            ObjectProvider<Announcement> announcements, Environment environment) {
        this.visitor = visitor;
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
        this.sections = sections;
        this.announcements = announcements;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String path = request.getRequestURI();
        List<Frame.Place> places = entries.stream().filter(NavigationEntry::visible)
                .map(entry -> new Frame.Place(entry.label(), entry.path(), entry.badge(), isUnder(entry.path(), path)))
                .toList();
        return new Frame(visitor.name().orElse(null), sandbox, RequestId.current().orElse(""), places,
                sections(path), announcements.stream().map(Announcement::find).flatMap(Optional::stream).toList());
    }

    private List<Frame.Place> sections(String path) {
        return !isUnder(SettingsNavigation.PATH, path)
                ? List.of()
                : sections.visible().stream().map(section -> new Frame.Place(section.label(), section.path(),
                        section.badge(), isUnder(section.path(), path))).toList();
    }

    private static boolean isUnder(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
