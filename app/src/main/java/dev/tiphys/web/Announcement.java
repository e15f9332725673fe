package dev.tiphys.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Something that everybody must know on every page, for as long as it holds. It is asked for every page, so it answers
/// from memory.
public interface Announcement {

    Optional<Banner> find();

    /// What stands above every page.
    ///
    /// @param href where to learn more; null leads nowhere
    record Banner(State state, String text, @Nullable String href) {

        public String css() {
            return state.css();
        }
    }
}
