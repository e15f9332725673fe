package dev.tiphys.notification.slack;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.notification.slack.Telling.Written;
import dev.tiphys.web.WebSettings;

/// Writes what is told of a request, as a post or as an edit of what is there.
@Component
class MessageWriting {

    private final MessagePosts posts;
    private final MessageBook book;
    private final Approvals approvals;
    private final OneTimeLinks links;
    private final WebSettings web;

    MessageWriting(MessagePosts posts, MessageBook book, Approvals approvals, OneTimeLinks links, WebSettings web) {
        this.posts = posts;
        this.book = book;
        this.approvals = approvals;
        this.links = links;
        this.web = web;
    }

    /// Empty when its policy wants nothing told in Slack.
    Optional<Telling> find(MessageRow row) {
        ApprovalView view = approvals.get(row.request());
        boolean told = !view.rules().slackMode().equals("off") && !view.rules().slackChannel().isBlank();
        return told ? Optional.of(new Telling(view.wish().planHash(), () -> write(row, view))) : Optional.empty();
    }

    private Written write(MessageRow row, ApprovalView view) {
        String channel = view.rules().slackChannel();
        if (row.isReply()) {
            return posts.reply(row, book.find(view.id()), channel,
                    new ReplyMessage(view, ApprovalStep.Kind.valueOf(row.step())).content());
        }
        OneTimeLinks.Made link = wantsLink(view) ? links.forReaders(view.id(), view.expiresAt()) : null;
        SlackContent content = new RequestMessage(view, offer(row, view, link), web.publicAddress().orElse(""))
                .content();
        return posts.write(row, channel, content, link == null ? null : link.hash());
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
