package dev.tiphys.web;

/// One filter of a list with how much it would show.
public record Chip(String label, long count, String href, boolean current) {}
