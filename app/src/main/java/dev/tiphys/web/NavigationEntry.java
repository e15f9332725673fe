package dev.tiphys.web;

/// A place in the top bar. Each module contributes its own as a bean; it is asked for every page, so it answers
/// from memory.
public interface NavigationEntry {

    /// A key of messages.properties, such as `nav.audit`.
    String label();

    String path();

    /// Smaller stands further left.
    int order();

    /// Whether the current person may go there.
    boolean visible();

    /// How many things wait there for the current person.
    default int badge() {
        return 0;
    }
}
