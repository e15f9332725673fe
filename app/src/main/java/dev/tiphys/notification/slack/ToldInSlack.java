package dev.tiphys.notification.slack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.ToldPeople;

/// Says where in Slack people were told of a promotion: in its own message, and in those about its gates.
@Component
class ToldInSlack implements ToldPeople {

    private final MessageBook book;
    private final Approvals approvals;

    ToldInSlack(MessageBook book, Approvals approvals) {
        this.book = book;
        this.approvals = approvals;
    }

    @Override
    public List<Told> of(PromotionId promotion, List<String> waves) {
        Stream<MessageRow> gates = waves.stream()
                .map(wave -> new ApprovalSubject(ApprovalSubject.Kind.PROMOTION_GATE, promotion.toString(), wave))
                .flatMap(subject -> approvals.find(subject).stream()).map(ApprovalView::id)
                .flatMap(request -> book.find(request).stream());
        Stream<MessageRow> own = book.find(promotion).filter(row -> row.askedAt() != null).stream();
        return Stream.concat(gates, own).flatMap(row -> told(row).stream()).toList();
    }

    private static Optional<Told> told(MessageRow row) {
        String channel = row.channel();
        return channel == null ? Optional.empty() : row.posted().map(place -> told(channel, place));
    }

    // Slack names a message by the moment at which it was posted.
    private static Told told(String channel, SlackPlace place) {
        long seconds = Long.parseLong(place.ts().substring(0, place.ts().indexOf('.')));
        return new Told(channel.matches("[CGD][A-Z0-9]{7,}") || channel.startsWith("#") ? channel : "#" + channel,
                Instant.ofEpochSecond(seconds));
    }
}
