package dev.tiphys.web;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
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
    private final boolean sandbox;

    FrameAdvice(Visitor visitor, List<NavigationEntry> entries, Environment environment) {
        this.visitor = visitor;
        this.entries = entries.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
        this.sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        String path = request.getRequestURI();
        List<Frame.Place> places = entries.stream().filter(NavigationEntry::visible)
                .map(entry -> new Frame.Place(entry.label(), entry.path(), entry.badge(), isUnder(entry, path)))
                .toList();
        return new Frame(visitor.name().orElse(null), sandbox, RequestId.current().orElse(""), places);
    }

    private static boolean isUnder(NavigationEntry entry, String path) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
}
