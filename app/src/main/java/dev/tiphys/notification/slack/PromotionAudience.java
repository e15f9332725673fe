package dev.tiphys.notification.slack;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalChannels;
import dev.tiphys.identity.KnownPeople;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.WaveView;

/// Who is told that a promotion waits, and where.
@Component
class PromotionAudience {

    private static final int MOST = 8;

    private final ApprovalChannels channels;
    private final PromotionRights rights;
    private final KnownPeople people;
    private final SlackAccountQueries accounts;
    private final SlackProperties properties;

    PromotionAudience(ApprovalChannels channels, PromotionRights rights, KnownPeople people,
            SlackAccountQueries accounts, SlackProperties properties) {
        this.channels = channels;
        this.rights = rights;
        this.people = people;
        this.accounts = accounts;
        this.properties = properties;
    }

    /// The channel of the policy for the wave that is under way; where none names one, that of the configuration.
    Optional<String> channel(PromotionView promotion) {
        String wave = promotion.waves().stream().filter(PromotionAudience::asks).findFirst()
                .or(() -> promotion.waves().stream().filter(each -> each.phase().equals("RUNNING")).findFirst())
                .map(WaveView::name).orElse("");
        return channels.find(rights.scope(promotion.service()).in(wave))
                .or(() -> Optional.of(properties.promotionChannel()).filter(channel -> !channel.isBlank()));
    }

    private static boolean asks(WaveView wave) {
        return wave.targets().stream().anyMatch(target -> target.phase().equals("ASKS"));
    }

    /// Slack's ids of linked people in the groups that may answer.
    List<String> mentions(PromotionView promotion) {
        PromotionView.Waiting waiting = promotion.waitingFor();
        return waiting == null
                ? List.of()
                : accounts.usersOf(people.listIn(waiting.who()), properties.team()).stream().limit(MOST).toList();
    }
}
