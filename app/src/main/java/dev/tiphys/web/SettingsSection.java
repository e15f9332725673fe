package dev.tiphys.web;

/// A page under Settings, in the navigation at the left of all of them. Each module contributes its own as a bean; it
/// is asked for every settings page, so it answers from memory.
public interface SettingsSection {

    /// A key of the messages, such as `settings.connections`.
    String label();

    /// Below `/settings/`.
    String path();

    /// Smaller stands further up.
    int order();

    /// Whether the current person may go there.
    boolean visible();

    /// How many things there want to be looked at.
    default int badge() {
        return 0;
    }
}
