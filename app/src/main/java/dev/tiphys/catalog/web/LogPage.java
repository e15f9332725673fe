package dev.tiphys.catalog.web;

/// The whole log of one step.
record LogPage(String name, String action, String back, String step, String text) {}
