package dev.tiphys.web;

import java.util.Optional;

/// Who looks at the page, as far as the frame shows it.
public interface Visitor {

    /// The name in the person menu; empty for somebody who is not signed in.
    Optional<String> name();
}
