package dev.tiphys.promotion.web;

import java.util.List;

import dev.tiphys.promotion.PromotionView;

/// What the person who looks may do, decided once per page.
interface Rights {

    /// As promotions name their requester.
    String name();

    boolean mayPromote(String service, String environment);

    /// Whether this person's word would count at the gate of that wave now.
    boolean mayApprove(PromotionView promotion, String wave);

    boolean mayOperate(String service, String environment);

    /// The groups whose people decide about targets there; for words only.
    default List<String> whoSteers(String service, String environment) {
        return List.of();
    }

    /// The groups whose people open the gate there; for words only.
    default List<String> whoApproves(String service, String environment) {
        return List.of();
    }

    /// Why they may not decide about targets there, pause, resume or stop, and whom to ask; empty when they may or when
    /// nobody can tell.
    default String whyNotOperate(String service, String environment) {
        return "";
    }

    /// Why their word would not count at that gate, and whom to ask; empty when it would or when nobody can tell.
    default String whyNotApprove(PromotionView promotion, String wave) {
        return "";
    }

    /// Why they may not, and whom to ask; empty when they may or when nobody can tell.
    default String whyNotPromote(String service, String environment) {
        return "";
    }
}
