package dev.tiphys.approval.web;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalInbox.Box;
import dev.tiphys.web.Refusal;

/// The addresses of the pages of approvals, in one place.
final class Links {

    static final String HOME = "/approvals";

    private Links() {
    }

    static String box(Box box) {
        return HOME + "?show=" + box.word();
    }

    static String box(Box box, int page) {
        return box(box) + "&page=" + page;
    }

    static String approval(ApprovalId id) {
        return HOME + "/" + id;
    }

    /// Reads the id of a path; one that cannot be an id is a request that does not exist.
    static ApprovalId id(String text) {
        try {
            return ApprovalId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("There is no approval request " + text + ".");
        }
    }
}
