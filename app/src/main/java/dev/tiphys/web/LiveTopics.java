package dev.tiphys.web;

/// Tells open pages that something changed. A topic is the name of what a page shows, such as `promotion-<id>` or
/// `fleet`; it carries no data, because each page fetches its own fragment again with its own permissions.
public interface LiveTopics {

    /// Never blocks and never fails: publish after the change is visible to others. Letters, digits, `-`, `.` and `_`.
    void publish(String topic);
}
