package dev.tiphys.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What the layout shows around every page.
///
/// @param personal the places in the person menu
/// @param sections the pages under Settings; empty on all other pages
/// @param banners what everybody must know now
/// @param needsYou whether something waits for the person who looks
public record Frame(@Nullable String person, boolean sandbox, String requestId, List<Place> places,
        List<Place> personal, List<Place> sections, List<Announcement.Banner> banners,
        boolean needsYou) {

    public Frame {
        places = List.copyOf(places);
        personal = List.copyOf(personal);
        sections = List.copyOf(sections);
        banners = List.copyOf(banners);
    }

    /// A place in the top bar, or a page under Settings.
    public record Place(String label, String path, int badge, boolean current) {}
}
