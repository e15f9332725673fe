package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;

/// Plans the way back: each target to its own former version. What is guarded by an approval goes first, in the order
/// of promotion, so that one approval serves and production is helped first; the rest follows backwards.
public final class RollbackPlanner {

    private final String stepImage;

    /// @param stepImage the image whose `tiphys step` the workflow's pods run, best with its digest
    public RollbackPlanner(String stepImage) {
        this.stepImage = stepImage;
    }

    /// @param locks what other promotions hold; one that is in the way makes a BLOCKER
    /// @throws PlanRefused when nothing can be rolled back
    public Planned plan(RollbackWish wish, FleetSnapshot fleet, Collection<EnvironmentLock> locks,
            @Nullable ToolVersions tools) {
        RollbackTargets targets = RollbackTargets.of(wish, fleet);
        Problems problems = new Problems();
        if (targets.targets().isEmpty()) {
            problems.environments("Nothing can be rolled back. " + targets.remarks().stream().map(Remark::text)
                    .collect(Collectors.joining(" ")) + " To bring a version of your choice there, promote it.");
        }
        problems.refuseIfAny();
        Mechanism mechanism = new MechanismChoice(problems).choose(targets.applications());
        problems.refuseIfAny();

        String version = mostCommon(targets.targets());
        Itinerary itinerary = Itinerary.back(wish.service(), version, targets.environments(), fleet);
        Plan plan = new Plan(Plan.FORMAT, wish.service(), version, mechanism, waves(itinerary, targets, version),
                stepImage);
        List<Remark> remarks = new ArrayList<>(stopping(wish));
        remarks.addAll(targets.remarks());
        remarks.addAll(new PlanRemarks(plan, itinerary, fleet).ofTheWayBack(locks,
                tools == null ? List.of() : ToolRemarks.of(plan, tools)));
        remarks.sort(Comparator.comparing(Remark::level).reversed());
        return new Planned(plan, PlanHash.of(plan), remarks);
    }

    private static String mostCommon(List<Target> targets) {
        Map<String, Long> counts = targets.stream()
                .collect(Collectors.groupingBy(Target::to, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    }

    private static List<Remark> stopping(RollbackWish wish) {
        return wish.stopping().isEmpty()
                ? List.of()
                : List.of(new Remark(Remark.Level.WARNING, "stops-promotion", "", "", wish.stopping()
                        + " still runs. Starting this stops it first, with its operations and rollouts under way. Until"
                        + " then it may begin with more targets: pause it to keep this plan as it is."));
    }

    private static List<Wave> waves(Itinerary itinerary, RollbackTargets targets, String version) {
        List<Environment> all = itinerary.environments();
        Stream<Environment> guarded = all.stream().filter(itinerary::isGuarded);
        Stream<Environment> rest = all.reversed().stream().filter(environment -> !itinerary.isGuarded(environment));
        return Stream.concat(guarded, rest).map(environment -> new Wave(environment.name(),
                itinerary.gateBefore(environment), environment.maxInFlight(), environment.soak(),
                targets.in(environment.name(), version))).toList();
    }

    /// Which targets go back, and what is said of those that do not.
    private record RollbackTargets(List<Target> targets, List<FleetApplication> applications, List<Remark> remarks) {

        static RollbackTargets of(RollbackWish wish, FleetSnapshot fleet) {
            RollbackTargets all = new RollbackTargets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            wish.targets().forEach(former -> all.add(former, fleet));
            return all;
        }

        private void add(RollbackWish.Former former, FleetSnapshot fleet) {
            FleetApplication application = fleet.findApplication(former.application())
                    .filter(FleetApplication::isTrusted).filter(one -> !one.environment().isEmpty()).orElse(null);
            String name = former.application().name();
            if (application == null) {
                say(Remark.Level.WARNING, "gone", "", name, name + " is left out: it is not in the fleet any more.");
                return;
            }
            String environment = application.environment();
            String now = former.moving() ? former.promoted() : application.version();
            if (!VersionName.isLegal(former.former())) {
                say(Remark.Level.WARNING, "former-version-unknown", environment, name, name
                        + " is left out: nobody can tell which version it ran before" + (former.former().isEmpty()
                                ? "."
                                : ", " + Problems.quoted(former.former()) + " is none that can be promoted."));
            } else if (now.equals(former.former())) {
                say(Remark.Level.NOTE, "already-back", environment, name,
                        name + " is left out: it is on " + former.former() + " already.");
            } else if (!VersionName.isLegalToLeave(now)) {
                say(Remark.Level.WARNING, "version-unknown", environment, name, name
                        + " is left out: nobody can tell which version it runs. Let Argo CD sync it once.");
            } else {
                sayWhetherItMovedOn(former, application, now);
                applications.add(application);
                targets.add(new Target(application.ref(), application.argoCd(), application.cluster(), environment, now,
                        former.former()));
            }
        }

        private void sayWhetherItMovedOn(RollbackWish.Former former, FleetApplication application, String now) {
            if (!now.equals(former.promoted())) {
                String name = application.ref().name();
                say(Remark.Level.WARNING, "moved-on", application.environment(), name, name + " runs " + now
                        + " by now, which came after " + former.promoted() + ". It would go back to "
                        + former.former() + " all the same.");
            }
        }

        private void say(Remark.Level level, String code, String environment, String target, String text) {
            remarks.add(new Remark(level, code, environment, target, text));
        }

        List<String> environments() {
            return targets.stream().map(Target::environment).distinct().toList();
        }

        /// @param version of the plan, which no target has to name
        List<Target> in(String environment, String version) {
            return targets.stream().filter(target -> target.environment().equals(environment))
                    .sorted(Comparator.comparing(Target::application).thenComparing(Target::argoCd))
                    .map(target -> target.to().equals(version)
                            ? new Target(target.application(), target.argoCd(), target.cluster(), target.environment(),
                                    target.from())
                            : target)
                    .toList();
        }
    }
}
