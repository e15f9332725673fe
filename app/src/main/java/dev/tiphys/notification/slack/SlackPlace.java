package dev.tiphys.notification.slack;

/// Where a message is: `ts` is its id in the channel.
record SlackPlace(String channelId, String ts) {}
