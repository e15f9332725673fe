package dev.tiphys.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person may be allowed to do.
public enum Permission {

    /// See pages and read the API.
    VIEW,
    /// Plan and start promotions, and stop one's own.
    PROMOTE,
    /// Decide about what others requested.
    APPROVE,
    /// Steer what runs: pause, retry, skip, abort, sync.
    OPERATE,
    /// Offer and run a provider's items.
    PROVISION,
    /// Change the portal itself.
    ADMINISTER,
    /// Read the audit log.
    AUDIT;

    /// The word used in configuration, pages and JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> find(String word) {
        return Stream.of(values()).filter(permission -> permission.word().equals(word)).findFirst();
    }
}
