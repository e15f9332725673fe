package dev.tiphys.promotion;

import java.time.Instant;
import java.util.List;

/// A promotion as it stood after one of the things that happened to it.
///
/// @param at which one it is, from 1
/// @param frames everything that happened, oldest first
public record Replay(int at, List<Frame> frames, PromotionView promotion) {

    public Replay {
        frames = List.copyOf(frames);
    }

    /// One thing that happened, in words.
    ///
    /// @param number from 1
    /// @param what the wave, the cluster, or `promotion`
    /// @param phase that it led to; empty for a decision
    public record Frame(int number, Instant at, String what, String sentence, String phase) {}

    public Frame frame() {
        return frames.get(at - 1);
    }
}
