package dev.tiphys.promotion.plan;

import java.util.List;

import dev.tiphys.argo.cd.ApplicationRef;

/// The immutable description of a promotion; its hash covers every component of this record and nothing else.
///
/// @param format version of this record's meaning, so that an old hash never fits a new reading
/// @param stepImage the image whose `tiphys step` the workflow's pods run
public record Plan(int format, String service, String version, Mechanism mechanism, List<Wave> waves,
        String stepImage) {

    public static final int FORMAT = 2;

    public Plan {
        waves = List.copyOf(waves);
    }

    /// The version that a target of this plan gets.
    public String to(Target target) {
        return target.to().isEmpty() ? version : target.to();
    }

    /// The version that an application gets; the plan's own for one that is no target.
    public String to(ApplicationRef application) {
        return targets().stream().filter(target -> !target.to().isEmpty())
                .filter(target -> target.application().equals(application)).map(Target::to).findFirst().orElse(version);
    }

    public List<Target> targets() {
        return waves.stream().flatMap(wave -> wave.targets().stream()).toList();
    }
}
