package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionView;

/// Somebody who may look and nothing else, and hears why.
record SampleViewer(String name) implements Rights {

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

    @Override
    public String whyNotPromote(String service, String environment) {
        return why("promote", service, environment);
    }

    @Override
    public String whyNotApprove(PromotionView promotion, String wave) {
        return why("approve", promotion.service(), wave);
    }

    @Override
    public String whyNotOperate(String service, String environment) {
        return why("operate", service, environment);
    }

    private String why(String word, String service, String environment) {
        return name + " may not " + word + " " + service + " in " + environment + ": no role of theirs grants it. Ask "
                + service + "-team.";
    }
}
