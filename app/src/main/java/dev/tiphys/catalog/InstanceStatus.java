package dev.tiphys.catalog;

/// How an instance stands, apart from how its last action went: a failed day-2 action leaves it as active as it was.
public enum InstanceStatus {

    WAITING_FOR_APPROVAL, PROVISIONING, ACTIVE, UPDATING, FAILED, EXPIRED, DELETING, DELETED, GONE;

    /// What it becomes when an action begins.
    static InstanceStatus begun(String action) {
        return switch (action) {
            case Item.CREATE -> PROVISIONING;
            case Item.DELETE -> DELETING;
            default -> UPDATING;
        };
    }

    /// What it becomes when an action ends.
    static InstanceStatus ended(String action, boolean well) {
        return switch (action) {
            case Item.CREATE -> well ? ACTIVE : FAILED;
            case Item.DELETE -> well ? DELETED : FAILED;
            default -> ACTIVE;
        };
    }

    /// Why an action cannot begin now; empty when it can.
    ///
    /// @param last the action of the last run
    String whyNot(String action, String last) {
        return switch (this) {
            case PROVISIONING, UPDATING, DELETING -> "The action " + last + " is under way. Wait for its end.";
            case WAITING_FOR_APPROVAL -> "Somebody has to agree first.";
            case DELETED -> "It is deleted.";
            case EXPIRED -> action.equals(Item.DELETE) ? "" : "It is past its end.";
            case GONE -> action.equals(Item.DELETE)
                    ? ""
                    : "It is gone: somebody deleted it without the portal. All that is left is to delete the entry.";
            case ACTIVE -> action.equals(Item.CREATE) ? "It exists already." : "";
            case FAILED -> action.equals(Item.DELETE) || (action.equals(last) && !last.isEmpty())
                    ? ""
                    : "The action " + last + " failed. Retry it, or delete the instance.";
        };
    }
}
