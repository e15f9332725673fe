package dev.tiphys.web;

/// A link that leads out of the portal, under the name that people know it by. Whoever makes one has seen to it that
/// the address is one of the web.
public record NamedLink(String name, String href) {}
