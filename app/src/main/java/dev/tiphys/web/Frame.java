package dev.tiphys.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What the layout shows around every page.
public record Frame(@Nullable String person, boolean sandbox, String requestId, List<Place> places) {

    public Frame {
        places = List.copyOf(places);
    }

    /// A place in the top bar.
    public record Place(String label, String path, int badge, boolean current) {}
}
