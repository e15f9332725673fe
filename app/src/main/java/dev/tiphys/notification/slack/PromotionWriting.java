package dev.tiphys.notification.slack;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.notification.slack.Telling.Written;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.web.WebSettings;

/// Writes what is told of a promotion that waits for people, as a post or as an edit of what is there.
@Component
class PromotionWriting {

    private final MessagePosts posts;
    private final MessageBook book;
    private final Promotions promotions;
    private final PromotionAudience audience;
    private final WebSettings web;

    PromotionWriting(MessagePosts posts, MessageBook book, Promotions promotions, PromotionAudience audience,
            WebSettings web) {
        this.posts = posts;
        this.book = book;
        this.promotions = promotions;
        this.audience = audience;
        this.web = web;
    }

    /// Empty when nobody is to be told: no channel is named, or it was over before anybody heard of it.
    Optional<Telling> find(MessageRow row) {
        Optional<PromotionView> found = promotions.find(row.promotion());
        Optional<MessageRow> own = book.find(row.promotion());
        boolean needed = own.filter(message -> message.askedAt() != null).isPresent();
        if (found.isEmpty() || (!needed && (row.isReply() || (row.posted().isEmpty() && row.triedAt() == null)))) {
            return Optional.empty();
        }
        PromotionView view = found.get();
        return own.flatMap(message -> Optional.ofNullable(message.channel())).or(() -> audience.channel(view))
                .map(channel -> new Telling(view.planHash(), () -> write(row, own, view, channel, needed)));
    }

    private Written write(MessageRow row, Optional<MessageRow> own, PromotionView view, String channel,
            boolean needed) {
        List<String> mentions = needed ? audience.mentions(view) : List.of();
        PromotionMessage message = new PromotionMessage(view, needed, mentions, web.publicAddress().orElse(""));
        return row.isReply()
                ? posts.reply(row, own, channel, message.reminder())
                : posts.write(row, channel, message.content(), null);
    }
}
