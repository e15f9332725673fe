package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.fleet.FleetApplication;

/// What speaks for care before a wave starts, in one sentence. It knows only what it is given, and says nothing where
/// nothing is known.
///
/// @param lastEnd how the last promotion of the service into this environment ended, such as `failed`; empty when it
///        went well or there was none
public record Risk(String version, String environment, List<Target> targets, List<FleetApplication> service,
        String lastEnd) {

    private static final int MANY = 10;

    public Risk {
        targets = List.copyOf(targets);
        service = List.copyOf(service);
    }

    /// The sentence; empty when nothing speaks for care.
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (targets.stream().anyMatch(target -> VersionOrder.isOlder(version, target.from()))) {
            parts.add("this version is older than what runs there");
        }
        if (!runsElsewhere()) {
            parts.add("it runs healthy nowhere else");
        }
        long unhealthy = here().filter(FleetApplication::isUnhealthy).count();
        if (unhealthy > 0) {
            parts.add(unhealthy + " of " + here().count() + " there "
                    + (unhealthy == 1 ? "is" : "are") + " not healthy now");
        }
        if (!lastEnd.isEmpty()) {
            parts.add("the last promotion there " + lastEnd);
        }
        if (targets.size() >= MANY) {
            parts.add(targets.size() + " clusters change");
        }
        return parts.isEmpty() ? "" : capital(String.join("; ", parts)) + ".";
    }

    private boolean runsElsewhere() {
        return service.stream().anyMatch(application -> !application.environment().equals(environment)
                && application.version().equals(version) && !application.isUnhealthy());
    }

    private Stream<FleetApplication> here() {
        Set<String> names = targets.stream().map(target -> target.application().toString())
                .collect(Collectors.toSet());
        return service.stream().filter(application -> names.contains(application.ref().toString()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
