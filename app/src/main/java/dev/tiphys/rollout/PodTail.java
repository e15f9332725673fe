package dev.tiphys.rollout;

import java.util.List;

/// The last lines of an application's pod.
///
/// @param health by Argo CD's word; empty where it has none
public record PodTail(String pod, String health, List<String> lines) {

    public PodTail {
        lines = List.copyOf(lines);
    }
}
