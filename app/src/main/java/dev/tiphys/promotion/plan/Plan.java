package dev.tiphys.promotion.plan;

import java.util.List;

/// The immutable description of a promotion; its hash covers every component of this record and nothing else.
///
/// @param format version of this record's meaning, so that an old hash never fits a new reading
/// @param stepImage the image whose `tiphys step` the workflow's pods run
public record Plan(int format, String service, String version, Mechanism mechanism, List<Wave> waves,
        String stepImage) {

    public static final int FORMAT = 1;

    public Plan {
        waves = List.copyOf(waves);
    }

    public List<Target> targets() {
        return waves.stream().flatMap(wave -> wave.targets().stream()).toList();
    }
}
