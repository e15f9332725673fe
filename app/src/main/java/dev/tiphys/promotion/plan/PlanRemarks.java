package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.Remark.Level.BLOCKER;
import static dev.tiphys.promotion.plan.Remark.Level.NOTE;
import static dev.tiphys.promotion.plan.Remark.Level.WARNING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.Reversion;

/// What a person should know before starting a plan, the gravest first.
final class PlanRemarks {

    private final Plan plan;
    private final Itinerary itinerary;
    private final FleetSnapshot fleet;
    private final List<Remark> remarks = new ArrayList<>();

    PlanRemarks(Plan plan, Itinerary itinerary, FleetSnapshot fleet) {
        this.plan = plan;
        this.itinerary = itinerary;
        this.fleet = fleet;
    }

    List<Remark> all(Collection<EnvironmentLock> locks, List<Remark> ofTools) {
        sayOfTargets(locks, ofTools, Set.of());
        sayWhoIsNotTrusted();
        sayWhetherSeen();
        return sorted();
    }

    /// The same of a plan that goes back: that the version is an older one is its purpose.
    List<Remark> ofTheWayBack(Collection<EnvironmentLock> locks, List<Remark> ofTools) {
        sayOfTargets(locks, ofTools, Set.of(TargetRemark.OLDER_VERSION));
        return sorted();
    }

    private void sayOfTargets(Collection<EnvironmentLock> locks, List<Remark> ofTools, Set<TargetRemark> unsaid) {
        sayWhoHolds(locks);
        remarks.addAll(ofTools);
        for (Environment environment : itinerary.environments()) {
            EnumSet.allOf(TargetRemark.class).stream().filter(kind -> !unsaid.contains(kind))
                    .forEach(kind -> sayOf(kind, environment));
            sayWhatIsPutBack(environment);
        }
    }

    private List<FleetApplication> targetsIn(Environment environment) {
        Set<ApplicationRef> targets = plan.waves().stream().filter(wave -> wave.name().equals(environment.name()))
                .flatMap(wave -> wave.targets().stream()).map(Target::application).collect(Collectors.toSet());
        return itinerary.applicationsIn(environment).stream()
                .filter(application -> targets.contains(application.ref())).toList();
    }

    private List<Remark> sorted() {
        sayWhetherItMayBePutBack();
        remarks.sort(Comparator.comparing(Remark::level).reversed());
        return List.copyOf(remarks);
    }

    private void sayWhoHolds(Collection<EnvironmentLock> locks) {
        for (String environment : itinerary.names()) {
            locks.stream().filter(lock -> lock.service().equals(plan.service()))
                    .filter(lock -> lock.environment().equals(environment))
                    .map(lock -> new Remark(BLOCKER, "held-by-promotion", environment, "", "Promotion "
                            + lock.promotion() + " is not done with " + environment
                            + ". Wait until its wave there has ended, abort it, or untick " + environment + "."))
                    .forEach(remarks::add);
        }
    }

    private void sayOf(TargetRemark kind, Environment environment) {
        List<FleetApplication> concerned = targetsIn(environment).stream()
                .filter(application -> kind.concerns(application, plan)).toList();
        if (concerned.isEmpty())
            return;
        List<String> names = concerned.stream().map(application -> application.ref().name()).sorted().toList();
        remarks.add(new Remark(kind.level(), kind.code(), environment.name(), names.size() == 1 ? names.getFirst() : "",
                NameList.of(names) + (names.size() == 1 ? kind.ofOne() : kind.ofMany())));
    }

    private void sayWhoIsNotTrusted() {
        List<FleetApplication> claims = fleet.claimsOf(plan.service());
        if (!claims.isEmpty()) {
            List<String> names = claims.stream().map(application -> application.ref().toString()).sorted().toList();
            remarks.add(new Remark(Remark.Level.WARNING, "claimed-not-trusted", "",
                    names.size() == 1 ? names.getFirst() : "",
                    NameList.of(names) + (names.size() == 1 ? " claims " : " claim ") + plan.service()
                            + " and is left out: " + claims.getFirst().distrust() + "."));
        }
    }

    private void sayWhetherSeen() {
        boolean seen = fleet.applicationsOf(plan.service()).stream()
                .anyMatch(application -> application.version().equals(plan.version()));
        if (!seen) {
            remarks.add(new Remark(NOTE, "version-not-seen", "", "", plan.version() + " of " + plan.service()
                    + " runs nowhere yet. Nothing was checked but its spelling."));
        }
    }

    private void sayWhatIsPutBack(Environment environment) {
        List<String> certain = namesOf(environment, Reversion.CERTAIN);
        if (!certain.isEmpty()) {
            remarks.add(new Remark(WARNING, "reverted-by-applicationset", environment.name(),
                    certain.size() == 1 ? certain.getFirst() : "", NameList.of(certain) + (certain.size() == 1
                            ? " is made by an ApplicationSet that puts"
                            : " are made by an ApplicationSet that puts")
                            + " the former version back. Let it ignore what changes here"
                            + " (spec.ignoreApplicationDifferences)."));
        }
    }

    private void sayWhetherItMayBePutBack() {
        boolean unknown = itinerary.environments().stream()
                .anyMatch(environment -> !namesOf(environment, Reversion.UNKNOWN).isEmpty());
        if (unknown) {
            remarks.add(new Remark(NOTE, "applicationsets-not-known", "", "",
                    "Argo CD does not show its ApplicationSets. One that makes these applications must ignore what"
                            + " changes here (spec.ignoreApplicationDifferences), else it puts the former version"
                            + " back."));
        }
    }

    private List<String> namesOf(Environment environment, Reversion reversion) {
        return targetsIn(environment).stream()
                .filter(application -> fleet.reversionOf(application) == reversion)
                .map(application -> application.ref().name()).sorted().toList();
    }
}
