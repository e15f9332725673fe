package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.List;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.Continuation;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.web.PromotionPage.Ask;
import dev.tiphys.promotion.web.PromotionPage.Choice;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;

/// The question of a rollout that stands still until a person says Continue.
record ContinueAsk(PromotionView promotion, TargetView target, Continuation waiting, Rights rights, Instant now) {

    Ask ask() {
        boolean may = Waits.mayDecide(promotion, target, rights);
        return new Ask(State.WAIT.css(), question(), cause(), false, who(may),
                Links.target(promotion.id(), target.application()) + "/decision", "", choices(),
                !may, target.podName().isEmpty() ? null : Links.target(promotion.id(), target.application()), null,
                null,
                null, "", List.of(), "");
    }

    private boolean blueGreen() {
        return waiting.strategy().equals("blue-green");
    }

    private String question() {
        return blueGreen()
                ? "Shall " + target.cluster() + " switch to " + target.to() + "?"
                : "Shall " + target.to() + " go on in " + target.cluster() + "?";
    }

    private String cause() {
        String reason = target.reason().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + target.reason().substring(1) + ".";
        String since = waiting.since() == null ? "" : " It waits for " + Age.of(waiting.since(), now).words() + ".";
        String services = waiting.previewService().isEmpty()
                ? ""
                : " Active: " + waiting.active() + " at the service " + waiting.activeService() + "; preview: "
                        + waiting.preview() + " at the service " + waiting.previewService() + ".";
        return reason + services + since;
    }

    private String who(boolean may) {
        Waiting reason = promotion.waitingFor();
        List<String> who = reason != null && reason.subject().equals(target.application()) ? reason.who() : List.of();
        String asked = String.join(", ", who);
        if (!may) {
            return Asks.denied(promotion, target, rights, who);
        }
        return "You can decide" + (asked.isEmpty() ? "." : ", as can " + asked + ".");
    }

    private List<Choice> choices() {
        return List.of(new Choice("continue", "Continue", blueGreen()
                ? "all traffic of " + target.cluster() + " goes to " + target.to()
                : "the canary of " + target.cluster() + " takes its next step", "choice--primary"),
                new Choice("abort", "Stop promotion", "its traffic goes back to " + target.from()
                        + "; nothing more is changed, also on the other clusters", "choice--danger"));
    }
}
