package dev.tiphys.catalog.web;

import java.util.List;

/// Asks whether a run is to be stopped, and says what that means.
///
/// @param workflows that are stopped, each with its namespace
record StopPage(String name, String action, String back, String post, List<String> workflows) {}
