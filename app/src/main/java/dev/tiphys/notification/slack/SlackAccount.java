package dev.tiphys.notification.slack;

import java.time.Instant;

/// A Slack account and the person that it belongs to.
public record SlackAccount(String team, String userId, String userName, String subject, String personName,
        Instant linkedAt) {}
