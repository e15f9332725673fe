package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionView;

/// Nobody looks who could do anything: for what is past.
record NoRights(String name) implements Rights {

    @Override
    public boolean mayPromote(String service, String environment) {
        return false;
    }

    @Override
    public boolean mayApprove(PromotionView promotion, String wave) {
        return false;
    }

    @Override
    public boolean mayOperate(String service, String environment) {
        return false;
    }
}
