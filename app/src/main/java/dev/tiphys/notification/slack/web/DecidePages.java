package dev.tiphys.notification.slack.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.notification.slack.DecisionLinks.Opened;
import dev.tiphys.web.When;

/// Puts the page of a one-time link together.
@Component
class DecidePages {

    DecidePage of(String token, Opened opened, String reason, @Nullable String problem) {
        ApprovalView view = opened.request();
        ApprovalWish wish = view.wish();
        return new DecidePage(token, wish.title(), wish.requester().name(), When.of(view.expiresAt()),
                String.join(", ", view.rules().asked()), wish.risk(), wish.planHash(),
                wish.changes().stream().map(change -> new DecidePage.Change(change.what(), change.from(), change.to()))
                        .toList(),
                view.rules().reasonRequired(), reason, refusal(opened), problem, wish.path());
    }

    private static @Nullable String refusal(Opened opened) {
        ApprovalView view = opened.request();
        if (!view.state().isFinal()) {
            return opened.verdict().allowed() ? null : opened.verdict().reason();
        }
        ApprovalStep last = view.ending();
        if (last == null) {
            return "It is decided already.";
        }
        String ended = switch (view.state()) {
            case GRANTED -> "approved, the last word by " + last.byName();
            case REJECTED -> "rejected by " + last.byName();
            case EXPIRED -> "not decided in time: it has expired";
            case VOID, OPEN -> "no longer needed";
        };
        return "This was " + ended + ".";
    }
}
