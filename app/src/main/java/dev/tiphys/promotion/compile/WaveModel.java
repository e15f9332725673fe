package dev.tiphys.promotion.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// One wave as both texts need it.
///
/// @param soak as the step program reads it, such as `60s`
/// @param items the fan-out's strings by the Argo CD that has them
record WaveModel(String name, boolean approval, int inFlight, String soak, SequencedMap<String, List<String>> items) {

    WaveModel {
        items = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(items));
        OutsideText.checked(name);
        items.values().forEach(strings -> strings.forEach(OutsideText::checked));
    }

    static WaveModel of(Wave wave, Map<String, String> argoCdNames) {
        SequencedMap<String, List<String>> items = new LinkedHashMap<>();
        argoCdNames.forEach((argoCd, name) -> {
            List<String> own = wave.targets().stream().filter(target -> target.argoCd().equals(argoCd))
                    .map(Target::item).toList();
            if (!own.isEmpty())
                items.put(name, own);
        });
        boolean approval = switch (wave.gate()) {
            case Gate.Approval() -> true;
            case Gate.AtOnce() -> false;
        };
        return new WaveModel(wave.name(), approval, wave.maxInFlight(), wave.soak().toSeconds() + "s", items);
    }
}
