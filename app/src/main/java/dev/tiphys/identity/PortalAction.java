package dev.tiphys.identity;

import java.util.List;

/// Everything that people can do in the portal, and the permission that it takes: the one table that pages, the API and
/// Slack go by. `docs/access.md` shows it.
public enum PortalAction {

    FLEET_SEE("fleet.see", "see clusters, applications and services", Permission.VIEW), PROMOTION_SEE("promotion.see",
            "see promotions, their plans, programs and logs",
            Permission.VIEW), PROMOTION_PLAN("promotion.plan", "plan a promotion", Permission.PROMOTE), PROMOTION_START(
                    "promotion.start", "start a promotion", Permission.PROMOTE), PROMOTION_APPROVE("promotion.approve",
                            "open or close the gate before a wave", Permission.APPROVE), TARGET_DECIDE("target.decide",
                                    "retry or skip a target, or stop because of it",
                                    Permission.OPERATE), PROMOTION_STOP("promotion.stop", "stop a promotion",
                                            Permission.OPERATE), WORKFLOW_SUBMIT("workflow.submit",
                                                    "submit, import, schedule, retry or resubmit a workflow of one's team",
                                                    Permission.OPERATE), WORKFLOW_PROVIDE("workflow.provide",
                                                            "the same in the namespaces of a provider",
                                                            Permission.PROVISION), TOKEN_MANAGE("token.manage",
                                                                    "make, list and revoke one's own API tokens",
                                                                    Permission.VIEW), ACCESS_SEE("access.see",
                                                                            "ask what one may do and who may do something",
                                                                            Permission.VIEW), ACCESS_REVIEW(
                                                                                    "access.review",
                                                                                    "export who may do what",
                                                                                    Permission.ADMINISTER,
                                                                                    Permission.AUDIT), AUDIT_READ(
                                                                                            "audit.read",
                                                                                            "read the audit log",
                                                                                            Permission.AUDIT), AUDIT_VERIFY(
                                                                                                    "audit.verify",
                                                                                                    "have the audit log verified",
                                                                                                    Permission.AUDIT);

    private final String code;
    private final String words;
    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Permission> permissions;

    PortalAction(String code, String words, Permission... permissions) {
        this.code = code;
        this.words = words;
        this.permissions = List.of(permissions);
    }

    /// Stable and dotted, such as `promotion.start`.
    public String code() {
        return code;
    }

    /// What it is, in words that follow "may".
    public String words() {
        return words;
    }

    /// One of these is enough.
    public List<Permission> permissions() {
        return permissions;
    }
}
