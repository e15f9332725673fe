package dev.tiphys.catalog;

/// A template that wants to be part of the catalog and is not.
///
/// @param why in a sentence that says what would mend it
public record RefusedTemplate(String namespace, String name, String item, String why) {}
