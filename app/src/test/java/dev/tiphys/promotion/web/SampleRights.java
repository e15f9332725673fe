package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionView;

/// Somebody with the same rights everywhere.
record SampleRights(String name, boolean promotes, boolean approves, boolean operates) implements Rights {

    @Override
    public boolean mayPromote(String service, String environment) {
        return promotes;
    }

    @Override
    public boolean mayApprove(PromotionView promotion, String wave) {
        return approves;
    }

    @Override
    public boolean mayOperate(String service, String environment) {
        return operates;
    }
}
