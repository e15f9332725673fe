package dev.tiphys.promotion.compile;

/// A plan in the forms that are submitted and shown.
///
/// @param namespace of the workflow
/// @param workflow its name
/// @param json the manifest to submit
/// @param yaml the same object to read
/// @param hera the Python program that gives the same object
public record CompiledPlan(String namespace, String workflow, String json, String yaml, String hera) {}
