package dev.tiphys.catalog.web;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.OrderStandings;
import dev.tiphys.catalog.Priority;
import dev.tiphys.catalog.Standing;
import dev.tiphys.catalog.Standing.Kind;
import dev.tiphys.identity.Person;

/// What an instance waits for, as its page says it.
///
/// @param css of the notice
/// @param approval the address of the request; null where nobody is asked
/// @param exact the address of the exact workflow
/// @param withdraw the address that takes it back; null where that cannot be
/// @param prioritize the address that puts it elsewhere in the line; null where it stands in none
/// @param manifest what would give the portal the right that it lacks; empty where it lacks none
record WaitPage(String css, String sentence, @Nullable String approval, String exact, @Nullable String withdraw,
        @Nullable String prioritize, String priority, List<String> priorities, String manifest) {

    static @Nullable WaitPage of(Instance instance, OrderStandings standings, CatalogRights rights, Person person) {
        return standings.find(instance).map(standing -> of(instance, standing, rights, person)).orElse(null);
    }

    private static WaitPage of(Instance instance, Standing standing, CatalogRights rights, Person person) {
        boolean may = rights.mayOrder(person, instance.provider(), instance.team()).allowed();
        boolean high = rights.worksFor(person, instance.provider()) || rights.oversees(person);
        boolean inLine = standing.kind() == Kind.QUEUE || standing.kind() == Kind.PAUSE;
        String address = Links.instance(instance.id());
        return new WaitPage(standing.kind() == Kind.RIGHTS ? "is-bad" : "is-wait", standing.sentence(),
                standing.approval().isEmpty() ? null : standing.approval(), address + "/exact",
                may && standing.canBeWithdrawn() ? address + "/withdrawal" : null,
                may && inLine ? address + "/priority" : null, standing.priority(),
                Stream.of(Priority.values()).filter(one -> high || one != Priority.HIGH).map(Priority::word).toList(),
                standing.manifest());
    }
}
