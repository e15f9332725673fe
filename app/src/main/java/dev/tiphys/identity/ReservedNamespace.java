package dev.tiphys.identity;

/// A namespace in which nobody but the portal itself submits workflows, whatever the policy says.
///
/// @param why what happens there, in words that follow "since"
public record ReservedNamespace(String name, String why) {}
