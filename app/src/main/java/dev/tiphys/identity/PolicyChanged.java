package dev.tiphys.identity;

/// Another access policy counts from now on; whoever derived something from the former one must do so again.
public record PolicyChanged(String version) {}
