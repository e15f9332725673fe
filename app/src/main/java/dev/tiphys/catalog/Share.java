package dev.tiphys.catalog;

import java.time.Instant;

/// That another team may see an instance, or act on it too.
public record Share(String team, May may, String by, Instant at) {

    /// What the other team may do.
    public enum May {
        /// See it, with everything that was done to it.
        READ,
        /// Run its actions as if the team owned it; but not share it further or give it away.
        OPERATE
    }
}
