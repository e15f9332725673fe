package dev.tiphys.notification.slack;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.notification.slack.Telling.Written;

/// Posts a message once and edits it from then on.
@Component
class MessagePosts {

    private final SlackApi slack;
    private final MessageBook book;

    MessagePosts(SlackApi slack, MessageBook book) {
        this.slack = slack;
        this.book = book;
    }

    /// @param linkHash of the link that the content offers; null when it offers none
    Written write(MessageRow row, String channel, SlackContent content, @Nullable String linkHash) {
        Optional<SlackPlace> there = row.posted().or(() -> lost(row, channel, null));
        if (there.isPresent()) {
            slack.update(there.get(), content);
            return new Written(there.get(), row.posted().isEmpty(), linkHash);
        }
        return new Written(post(row, channel, null, content), true, linkHash);
    }

    /// Below the message of what it is about, once that is there.
    Written reply(MessageRow row, Optional<MessageRow> below, String channel, SlackContent content) {
        if (row.posted().isPresent()) {
            return new Written(row.posted().get(), false, null);
        }
        SlackPlace thread = below.flatMap(MessageRow::posted)
                .orElseThrow(() -> new SlackTasks.NotYet("the message comes before what is said below it"));
        Optional<SlackPlace> there = lost(row, channel, thread.ts());
        return new Written(there.orElseGet(() -> post(row, channel, thread.ts(), content)), true, null);
    }

    private SlackPlace post(MessageRow row, String channel, @Nullable String thread, SlackContent content) {
        book.trying(row, channel);
        return slack.post(channel, thread, content, row.id().toString());
    }

    /// The message of an attempt whose end nobody noted. Without the scope to read the channel it stays unknown.
    private Optional<SlackPlace> lost(MessageRow row, String channel, @Nullable String thread) {
        if (row.triedAt() == null) {
            return Optional.empty();
        }
        try {
            return slack.find(channel, thread, row.id().toString(), row.triedAt().minusSeconds(60));
        } catch (SlackFailure failure) {
            if (failure.word().equals("missing_scope")) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
