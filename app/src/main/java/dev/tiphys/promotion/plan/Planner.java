package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;

/// Turns what a person asks for into what will happen: one wave for each ticked environment, in the order of promotion.
/// The same request on the same fleet always gives the same plan.
public final class Planner {

    private final String stepImage;

    /// @param stepImage the image whose `tiphys step` the workflow's pods run, best with its digest
    public Planner(String stepImage) {
        this.stepImage = stepImage;
    }

    /// The same without a word about the hub's tools.
    public Planned plan(PlanRequest request, FleetSnapshot fleet, Collection<EnvironmentLock> locks) {
        return plan(request, fleet, locks, null);
    }

    /// @param locks what running promotions hold; one that is in the way makes a BLOCKER, not a refusal
    /// @param tools the versions of the hub's tools; one that cannot do what the plan needs makes a BLOCKER
    /// @throws PlanRefused with everything that is wrong about the request
    public Planned plan(PlanRequest request, FleetSnapshot fleet, Collection<EnvironmentLock> locks,
            @Nullable ToolVersions tools) {
        Problems problems = new Problems();
        checkFields(request, fleet, problems);
        Itinerary itinerary = Itinerary.of(request, fleet, problems);
        problems.refuseIfAny();

        List<FleetApplication> applications = itinerary.applications();
        Mechanism mechanism = new MechanismChoice(problems).choose(applications);
        applications.forEach(application -> checkFrom(application, problems));
        if (applications.stream().allMatch(application -> application.version().equals(request.version()))) {
            problems.environments("Nothing would change: all of " + String.join(", ", itinerary.names())
                    + " is on " + request.version() + " already. Tick an environment that runs something else.");
        }
        problems.refuseIfAny();

        Plan plan = new Plan(Plan.FORMAT, request.service(), request.version(), mechanism, waves(itinerary), stepImage);
        return new Planned(plan, PlanHash.of(plan), new PlanRemarks(plan, itinerary, fleet).all(locks,
                tools == null ? List.of() : ToolRemarks.of(plan, tools)));
    }

    private static void checkFields(PlanRequest request, FleetSnapshot fleet, Problems problems) {
        if (request.service().isBlank()) {
            problems.service("Choose a service.");
        } else if (!fleet.services().contains(request.service())) {
            problems.service("There is no service " + Problems.quoted(request.service()) + "."
                    + NearMatches.question(request.service(), fleet.services()));
        }
        if (request.version().isBlank()) {
            problems.version("Choose a version.");
        } else if (!VersionName.isLegal(request.version())) {
            problems.version(Problems.quoted(request.version())
                    + " cannot be a version. Write up to 128 letters, digits"
                    + " and . _ + -, beginning with a letter, a digit or _; or a digest, sha256: and 64 hexadecimal"
                    + " digits in lower case.");
        }
    }

    private static void checkFrom(FleetApplication application, Problems problems) {
        String name = application.ref().name();
        if (application.version().isEmpty()) {
            problems.environments("Nobody can tell which version " + name + " in " + application.environment()
                    + " runs. Let Argo CD sync it once, or set its version by hand, then plan again.");
        } else if (!VersionName.isLegalToLeave(application.version())) {
            problems.environments(name + " in " + application.environment() + " is set to "
                    + Problems.quoted(application.version())
                    + ", which is no single version. Set it to one by hand, then plan again.");
        }
    }

    private static List<Wave> waves(Itinerary itinerary) {
        List<Wave> waves = new ArrayList<>();
        for (Environment environment : itinerary.environments()) {
            List<Target> targets = itinerary.applicationsIn(environment).stream().map(Planner::target)
                    .sorted(Comparator.comparing(Target::application).thenComparing(Target::argoCd)).toList();
            waves.add(new Wave(environment.name(), itinerary.gateBefore(environment), environment.maxInFlight(),
                    environment.soak(), targets));
        }
        return waves;
    }

    private static Target target(FleetApplication application) {
        return new Target(application.ref(), application.argoCd(), application.cluster(), application.environment(),
                application.version());
    }
}
