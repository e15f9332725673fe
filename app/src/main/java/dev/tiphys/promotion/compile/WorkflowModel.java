package dev.tiphys.promotion.compile;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanHash;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Target;

/// What manifest and Hera program are both written from, so that they cannot differ.
///
/// @param url of the promotion's page
/// @param argoCds the Secret by the Argo CD's name, in the form that may name parts of a workflow
record WorkflowModel(WorkflowIdentity identity, String planHash, Purpose purpose, String service, String version,
        Mechanism mechanism,
        String stepImage, Workplace workplace, String url, SequencedMap<String, String> argoCds,
        List<WaveModel> waves) {

    WorkflowModel {
        waves = List.copyOf(waves);
        argoCds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(argoCds));
        Stream.of(planHash, service, version, mechanism.kind(), mechanism.subject(), stepImage, workplace.namespace(),
                workplace.serviceAccount(), workplace.eventsSecret(), workplace.gateKey(), url)
                .forEach(OutsideText::checked);
        argoCds.values().forEach(OutsideText::checked);
    }

    static WorkflowModel of(WorkflowIdentity identity, Plan plan, Purpose purpose, Workplace workplace) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        SequencedMap<String, String> secrets = new LinkedHashMap<>();
        plan.targets().stream().map(Target::argoCd).distinct().sorted().forEach(argoCd -> {
            String name = argoCd.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            names.put(argoCd, name);
            if (secrets.put(name, workplace.secretOf(argoCd)) != null) {
                throw new IllegalArgumentException("two Argo CDs would both be called '" + name + "' in the workflow");
            }
        });
        return new WorkflowModel(identity, PlanHash.of(plan), purpose, plan.service(), plan.version(), plan.mechanism(),
                plan.stepImage(),
                workplace, workplace.portalUrl() + "/promotions/" + identity.promotion(), secrets,
                plan.waves().stream().map(wave -> WaveModel.of(wave, names)).toList());
    }

    /// With several, the Secret's name becomes a parameter on the way to a target's pods.
    boolean hasSeveralArgoCds() {
        return argoCds.size() > 1;
    }

    String requester() {
        return OutsideText.quoted(purpose.requester());
    }

    String note() {
        return OutsideText.quoted(purpose.note());
    }

    String changeReference() {
        return OutsideText.quoted(purpose.changeReference());
    }

    String title() {
        return "Promote " + service + " to " + version;
    }

    /// The waves and approvals in order, such as `dev, stage, approval, prod-east`.
    String route() {
        return waves.stream().map(wave -> wave.approval() ? "approval, " + wave.name() : wave.name())
                .collect(joining(", "));
    }

    String description() {
        return route() + ". [Open the promotion](" + url + ")";
    }
}
