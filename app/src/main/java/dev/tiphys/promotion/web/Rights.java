package dev.tiphys.promotion.web;

/// What the person who looks may do, decided once per page.
interface Rights {

    String username();

    boolean mayPromote(String service, String environment);

    boolean mayApprove(String service, String environment);

    boolean mayOperate(String service, String environment);
}
