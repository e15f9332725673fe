package dev.tiphys.approval;

import java.util.UUID;

/// Names one approval request.
public record ApprovalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
