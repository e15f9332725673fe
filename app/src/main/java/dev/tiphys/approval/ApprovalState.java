package dev.tiphys.approval;

/// How far a request has come. Only an open one can change, and only once.
public enum ApprovalState {

    OPEN, GRANTED, REJECTED, EXPIRED, VOID;

    public boolean isFinal() {
        return this != OPEN;
    }
}
