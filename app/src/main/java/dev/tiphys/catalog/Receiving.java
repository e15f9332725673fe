package dev.tiphys.catalog;

/// Judges whether a team may become the owner of an instance, before it accepts one. Rules such as quotas are beans of
/// this kind.
@FunctionalInterface
interface Receiving {

    /// Why not, in a sentence; empty when it may.
    String whyNot(Instance instance, String team);
}
