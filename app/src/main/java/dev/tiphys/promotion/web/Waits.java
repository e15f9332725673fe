package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;

/// What a promotion waits for, and whether that is the person who looks.
final class Waits {

    private Waits() {
    }

    static boolean approval(PromotionView promotion) {
        Waiting waiting = promotion.waitingFor();
        return waiting != null && waiting.code().equals("approval");
    }

    static boolean asks(PromotionView promotion) {
        return !promotion.phase().isFinal() && promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .anyMatch(target -> target.phase().equals("ASKS"));
    }

    static boolean stuck(PromotionView promotion) {
        Waiting waiting = promotion.waitingFor();
        return waiting != null && waiting.code().equals("stuck");
    }

    static boolean forPerson(PromotionView promotion, Rights rights) {
        return mayApprove(promotion, rights) || mayDecide(promotion, rights);
    }

    static boolean mayApprove(PromotionView promotion, Rights rights) {
        Waiting waiting = promotion.waitingFor();
        return waiting != null && approval(promotion) && !rights.name().equals(promotion.requester())
                && rights.mayApprove(promotion, waiting.subject());
    }

    static boolean mayDecide(PromotionView promotion, Rights rights) {
        return promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> target.phase().equals("ASKS"))
                .anyMatch(target -> mayDecide(promotion, target, rights));
    }

    static boolean mayDecide(PromotionView promotion, TargetView target, Rights rights) {
        return rights.mayOperate(promotion.service(), target.environment());
    }
}
