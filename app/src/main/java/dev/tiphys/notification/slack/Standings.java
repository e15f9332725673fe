package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.KnownPeople;

/// Finds out who pressed. Every doubt ends in a no: another workspace, a guest, a deactivated account, and a Slack that
/// does not say.
@Component
class Standings {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final SlackProperties properties;
    private final SlackApi slack;
    private final SlackAccountQueries accounts;
    private final KnownPeople people;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Standings(SlackProperties properties, SlackApi slack, SlackAccountQueries accounts, KnownPeople people,
            Clock clock) {
        this.properties = properties;
        this.slack = slack;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    private record Seen(SlackMember member, Instant at) {}

    /// @param team the workspace in which the button was pressed
    Standing of(SlackUser user, String team) {
        String ours = properties.team();
        if (!team.equals(ours) || !user.team().equals(ours) || !user.id().matches("[UW][A-Z0-9]{2,30}")) {
            return new Standing.Foreign("Your Slack account is from another workspace. Decide in the portal.");
        }
        try {
            SlackMember member = member(user);
            if (!member.isFullMember() || !member.team().equals(ours)) {
                return new Standing.Foreign("Guests and deactivated accounts decide nothing here.");
            }
        } catch (SlackFailure failure) {
            return new Standing.Foreign(
                    "Slack did not confirm your account just now. Press again, or decide in the portal.");
        }
        return accounts.find(user.team(), user.id()).map(account -> linked(account, user))
                .orElseGet(Standing.Unlinked::new);
    }

    private Standing linked(SlackAccount account, SlackUser user) {
        return people.findLast(account.subject(), user.signedIn()).<Standing>map(Standing.Known::new)
                .orElseGet(() -> new Standing.Unconfirmed(account));
    }

    private SlackMember member(SlackUser user) {
        Seen known = seen.get(user.key());
        if (known != null && known.at().plus(REMEMBERED).isAfter(clock.instant())) {
            return known.member();
        }
        SlackMember member = slack.member(user.id());
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(user.key(), new Seen(member, clock.instant()));
        return member;
    }
}
