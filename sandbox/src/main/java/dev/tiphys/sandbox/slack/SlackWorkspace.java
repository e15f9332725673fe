package dev.tiphys.sandbox.slack;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What has been said in the workspace, and which dialogs are open in it.
final class SlackWorkspace {

    private static final List<SlackChannel> CHANNELS = List.of(new SlackChannel("C0DEPLOYS", "deploys"),
            new SlackChannel("C0APPROVALS", "approvals"), new SlackChannel("C0PLATFORM", "platform"),
            new SlackChannel("C0ASKPETS", "ask-pets"), new SlackChannel("C0ASKDATABASES", "ask-databases"),
            new SlackChannel("C0ASKPLATFORM", "ask-platform"));

    private final Clock clock;
    private final Map<String, SlackMessage> messages = new LinkedHashMap<>();
    private final Map<String, ObjectNode> dialogs = new LinkedHashMap<>();
    private long lastMicros;

    SlackWorkspace(Clock clock) {
        this.clock = clock;
    }

    List<SlackChannel> channels() {
        return CHANNELS;
    }

    Optional<SlackChannel> findChannel(String idOrName) {
        return CHANNELS.stream().filter(channel -> channel.isCalled(idOrName)).findFirst();
    }

    Instant now() {
        return clock.instant();
    }

    synchronized SlackMessage post(SlackChannel channel, String text, ArrayNode blocks, String threadTs,
            String onlyFor, ObjectNode metadata) {
        SlackMessage message = new SlackMessage(channel, nextTs(), text, blocks, threadTs, onlyFor, false, metadata);
        messages.put(message.ts(), message);
        return message;
    }

    synchronized Optional<SlackMessage> find(SlackChannel channel, String ts) {
        return Optional.ofNullable(messages.get(ts)).filter(message -> message.channel().equals(channel));
    }

    synchronized Optional<SlackMessage> edit(SlackChannel channel, String ts, String text, ArrayNode blocks) {
        Optional<SlackMessage> edited = find(channel, ts).map(message -> message.edit(text, blocks));
        edited.ifPresent(message -> messages.put(ts, message));
        return edited;
    }

    synchronized void delete(SlackMessage message) {
        messages.remove(message.ts());
    }

    /// All messages, the oldest first.
    synchronized List<SlackMessage> messages() {
        return new ArrayList<>(messages.values());
    }

    synchronized void openDialog(String id, ObjectNode view) {
        dialogs.put(id, view.deepCopy());
    }

    synchronized void closeDialog(String id) {
        dialogs.remove(id);
    }

    synchronized Map<String, ObjectNode> dialogs() {
        return new LinkedHashMap<>(dialogs);
    }

    // Two messages never share a timestamp: it is their id.
    private String nextTs() {
        long micros = clock.millis() * 1000;
        lastMicros = Math.max(micros, lastMicros + 1);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }
}
