package dev.tiphys.identity;

import java.util.List;
import java.util.Optional;

/// What there is to have rights on, as far as the portal knows it now.
public interface PortalPlaces {

    List<String> services();

    /// In the order of promotion.
    List<String> environments();

    /// The team that owns a service, by configuration.
    Optional<String> teamOf(String service);
}
