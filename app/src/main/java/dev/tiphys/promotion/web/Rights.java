package dev.tiphys.promotion.web;

/// What the person who looks may do, decided once per page.
interface Rights {

    /// As promotions name their requester.
    String name();

    boolean mayPromote(String service, String environment);

    boolean mayApprove(String service, String environment);

    boolean mayOperate(String service, String environment);
}
