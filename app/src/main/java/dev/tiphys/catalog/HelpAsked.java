package dev.tiphys.catalog;

import java.io.Serializable;
import java.util.UUID;

/// Somebody asked a provider for help with a run. Published in the transaction that notes it, so that it is told once.
///
/// @param channel of the provider's people
/// @param title such as `create of orders-db (PostgreSQL database)`
/// @param failure what failed where, and whose failure it is
/// @param path of the instance's page
public record HelpAsked(UUID run, String channel, String title, String failure, String asker, String team,
        String path) implements Serializable {}
