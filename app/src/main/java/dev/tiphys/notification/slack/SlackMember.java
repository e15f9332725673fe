package dev.tiphys.notification.slack;

/// What Slack says about an account.
record SlackMember(String team, boolean deactivated, boolean guest, boolean bot) {

    /// A guest sees single channels only, and is often not of the company.
    boolean isFullMember() {
        return !deactivated && !guest && !bot;
    }
}
