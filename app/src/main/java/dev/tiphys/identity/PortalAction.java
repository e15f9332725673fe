package dev.tiphys.identity;

import java.util.List;

/// Everything that people can do in the portal, and the permission that it takes: the one table that pages, the API and
/// Slack go by. `docs/access.md` shows it.
public enum PortalAction {

    FLEET_SEE("fleet.see", "see clusters, applications and services", Permission.VIEW), //
    PROMOTION_SEE("promotion.see", "see promotions, their plans, programs and logs", Permission.VIEW), //
    PROMOTION_PLAN("promotion.plan", "plan a promotion", Permission.PROMOTE), //
    PROMOTION_START("promotion.start", "start a promotion", Permission.PROMOTE), //
    PROMOTION_APPROVE("promotion.approve", "open or close the gate before a wave", Permission.APPROVE), //
    TARGET_DECIDE("target.decide", "retry, skip or let on a target, or stop because of it", Permission.OPERATE), //
    PROMOTION_STOP("promotion.stop", "stop a promotion", Permission.OPERATE), //
    PROMOTION_PAUSE("promotion.pause", "pause and resume a promotion", Permission.OPERATE), //
    VERSION_ANNOUNCE("version.announce", "announce a version that a build has made", Permission.PROMOTE), //
    APPROVAL_DECIDE("approval.decide", "decide a request, take it, hand it on or ask back", Permission.APPROVE), //
    APPROVAL_SEE("approval.see", "see a request for approval and answer as the one who asked", Permission.VIEW), //
    BREAK_GLASS("approval.break-glass", "open a gate alone, where the approval policy lets one", Permission.APPROVE,
            Permission.OPERATE), //
    WORKFLOW_SUBMIT("workflow.submit", "submit, import, schedule, retry or resubmit a workflow of one's team",
            Permission.OPERATE), //
    WORKFLOW_PROVIDE("workflow.provide", "the same in the namespaces of a provider", Permission.PROVISION), //
    TOKEN_MANAGE("token.manage", "make, list and revoke one's own API tokens", Permission.VIEW), //
    SESSION_MANAGE("session.manage", "list and end one's own sessions", Permission.VIEW), //
    SESSION_END("session.end", "list and end anybody's sessions", Permission.ADMINISTER), //
    SERVICE_ACCOUNT_MANAGE("service-account.manage", "make and end service accounts and their tokens",
            Permission.ADMINISTER), //
    SETTINGS_MANAGE("settings.manage", "see and check connections and tools, and let a held portal go on",
            Permission.ADMINISTER), //
    ACCESS_SEE("access.see", "ask what one may do and who may do something", Permission.VIEW), //
    ACCESS_REVIEW("access.review", "export who may do what", Permission.ADMINISTER, Permission.AUDIT), //
    AUDIT_SEE("audit.see", "see the audit rows of one's scopes", Permission.VIEW), //
    AUDIT_READ("audit.read", "read the audit log", Permission.AUDIT), //
    AUDIT_VERIFY("audit.verify", "have the audit log verified", Permission.AUDIT), //
    AUDIT_ERASE("audit.erase", "take a person's name out of the audit log", Permission.ADMINISTER), //
    SLACK_LINK("slack.link", "link and unlink one's own Slack account", Permission.VIEW), //
    SLACK_UNLINK("slack.unlink", "list and unlink anybody's Slack account", Permission.ADMINISTER), //
    CATALOG_SEE("catalog.see", "see what providers offer, and the instances of one's teams", Permission.VIEW), //
    CATALOG_ORDER("catalog.order", "order from a provider, and act on an instance", Permission.PROVISION), //
    CATALOG_OVERSEE("catalog.oversee", "see every instance, and what was refused a place in the catalog",
            Permission.ADMINISTER);

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
