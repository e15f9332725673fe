package dev.tiphys.catalog;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Everything about the life of one instance at once, for those who look at it.
///
/// @param ends whether its provider gives it an end
/// @param choices how long it can live from now on
/// @param proposed the choice of its provider; empty where there is none
/// @param offer to another team; null for none
/// @param undo how the last action is taken back; null where it cannot be
/// @param upgrade what is newer; null for nothing
/// @param readWhyNot why it cannot be read now; empty when it can
/// @param secrets the outputs that name a Secret
/// @param dependents the names of what uses it
public record InstanceLife(boolean ends, @Nullable Instant expiresAt, boolean expiresSoon, List<String> choices,
        String proposed, boolean isProtected, @Nullable Instant deleteAt, String deletedBy, boolean adopted,
        @Nullable Instant readAt,
        String readProblem, String readWhyNot, @Nullable Transfer offer, Undo.@Nullable Way undo,
        Upgrades.@Nullable Offer upgrade, List<String> secrets, List<String> dependents) {

    public InstanceLife {
        choices = List.copyOf(choices);
        secrets = List.copyOf(secrets);
        dependents = List.copyOf(dependents);
    }
}
