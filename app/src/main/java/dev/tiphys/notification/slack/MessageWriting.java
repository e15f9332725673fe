package dev.tiphys.notification.slack;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.web.WebSettings;

/// Writes a message to Slack, as a post or as an edit of what is there.
@Component
class MessageWriting {

    private final SlackApi slack;
    private final MessageBook book;
    private final OneTimeLinks links;
    private final WebSettings web;

    MessageWriting(SlackApi slack, MessageBook book, OneTimeLinks links, WebSettings web) {
        this.slack = slack;
        this.book = book;
        this.links = links;
        this.web = web;
    }

    /// What was written.
    ///
    /// @param linkHash of the one-time link that the message offers now; null when it offers none
    record Written(SlackPlace place, boolean isNew, @Nullable String linkHash) {}

    Written write(MessageRow row, ApprovalView view) {
        if (row.isReply()) {
            return reply(row, view);
        }
        OneTimeLinks.Made link = wantsLink(view) ? links.forReaders(view.id(), view.expiresAt()) : null;
        SlackContent content = new RequestMessage(view, offer(row, view, link), web.publicAddress().orElse(""))
                .content();
        String hash = link == null ? null : link.hash();
        Optional<SlackPlace> there = row.posted().or(() -> lost(row, view, null));
        if (there.isPresent()) {
            slack.update(there.get(), content);
            return new Written(there.get(), row.posted().isEmpty(), hash);
        }
        return new Written(post(row, view, null, content), true, hash);
    }

    private Written reply(MessageRow row, ApprovalView view) {
        if (row.posted().isPresent()) {
            return new Written(row.posted().get(), false, null);
        }
        SlackPlace thread = book.find(view.id()).flatMap(MessageRow::posted)
                .orElseThrow(() -> new SlackTasks.NotYet("the message comes before what is said below it"));
        Optional<SlackPlace> there = lost(row, view, thread.ts());
        SlackContent content = new ReplyMessage(view, ApprovalStep.Kind.valueOf(row.step())).content();
        return new Written(there.orElseGet(() -> post(row, view, thread.ts(), content)), true, null);
    }

    private SlackPlace post(MessageRow row, ApprovalView view, @Nullable String thread, SlackContent content) {
        String channel = view.rules().slackChannel();
        book.trying(row, channel);
        return slack.post(channel, thread, content, row.id().toString());
    }

    /// The message of an attempt whose end nobody noted. Without the scope to read the channel it stays unknown.
    private Optional<SlackPlace> lost(MessageRow row, ApprovalView view, @Nullable String thread) {
        if (row.triedAt() == null) {
            return Optional.empty();
        }
        try {
            return slack.find(view.rules().slackChannel(), thread, row.id().toString(),
                    row.triedAt().minusSeconds(60));
        } catch (SlackFailure failure) {
            if (failure.word().equals("missing_scope")) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean wantsLink(ApprovalView view) {
        return !view.state().isFinal() && view.rules().slackMode().equals("link");
    }

    private static SlackOffer offer(MessageRow row, ApprovalView view, OneTimeLinks.@Nullable Made link) {
        if (view.state().isFinal()) {
            return new SlackOffer.Nothing();
        }
        return link == null
                ? new SlackOffer.Buttons(new ButtonValue(row.request(), row.nonce()).text())
                : new SlackOffer.Link(link.address());
    }
}
