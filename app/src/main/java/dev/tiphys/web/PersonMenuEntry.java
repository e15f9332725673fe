package dev.tiphys.web;

/// A place in the person menu, such as one's own rights or tokens. Modules contribute theirs as a bean.
public interface PersonMenuEntry {

    /// The message key of its label.
    String label();

    String path();

    int order();
}
