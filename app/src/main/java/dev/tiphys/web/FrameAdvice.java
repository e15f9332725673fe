package dev.tiphys.web;

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
    private final Menus menus;
    private final SettingsSections sections;
    private final ObjectProvider<Announcement> announcements;
    private final boolean sandbox;

    FrameAdvice(Visitor visitor, Menus menus, SettingsSections sections, ObjectProvider<Announcement> announcements,
            Environment environment) {
        this.visitor = visitor;
        this.menus = menus;
        this.sections = sections;
        this.announcements = announcements;
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String path = request.getRequestURI();
        List<Frame.Place> places = menus.places(path);
        return new Frame(visitor.name().orElse(null), sandbox, RequestId.current().orElse(""), places,
                menus.personal(path), sections(path),
                announcements.stream().map(Announcement::find).flatMap(Optional::stream).toList(), needsYou(places));
    }

    /// What waits in the settings waits for no one person.
    private static boolean needsYou(List<Frame.Place> places) {
        return places.stream()
                .anyMatch(place -> place.badge() > 0 && !place.path().equals(SettingsNavigation.PATH));
    }

    private List<Frame.Place> sections(String path) {
        return !Menus.isUnder(SettingsNavigation.PATH, path)
                ? List.of()
                : sections.visible().stream().map(section -> new Frame.Place(section.label(), section.path(),
                        section.badge(), Menus.isUnder(section.path(), path))).toList();
    }
}
