package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.Remark.Level.BLOCKER;
import static dev.tiphys.promotion.plan.Remark.Level.NOTE;
import static dev.tiphys.promotion.plan.Remark.Level.WARNING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
        sayWhoHolds(locks);
        remarks.addAll(ofTools);
        for (Environment environment : itinerary.environments()) {
            for (TargetRemark kind : TargetRemark.values()) {
                sayOf(kind, environment);
            }
            sayWhatIsPutBack(environment);
        }
        sayWhetherSeen();
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
        List<FleetApplication> concerned = itinerary.applicationsIn(environment).stream()
                .filter(application -> kind.concerns(application, plan)).toList();
        if (concerned.isEmpty())
            return;
        List<String> names = concerned.stream().map(application -> application.ref().name()).sorted().toList();
        remarks.add(new Remark(kind.level(), kind.code(), environment.name(), names.size() == 1 ? names.getFirst() : "",
                NameList.of(names) + (names.size() == 1 ? kind.ofOne() : kind.ofMany())));
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
        return itinerary.applicationsIn(environment).stream()
                .filter(application -> fleet.reversionOf(application) == reversion)
                .map(application -> application.ref().name()).sorted().toList();
    }
}
