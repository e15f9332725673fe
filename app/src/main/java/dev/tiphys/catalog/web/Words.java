package dev.tiphys.catalog.web;

import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceStatus;
import dev.tiphys.catalog.RunPhase;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// States of instances and runs as pages show them.
final class Words {

    private Words() {
    }

    static Status of(InstanceStatus status) {
        State state = switch (status) {
            case WAITING_FOR_APPROVAL, EXPIRED -> State.WAIT;
            case PROVISIONING, UPDATING, DELETING -> State.RUN;
            case ACTIVE -> State.OK;
            case FAILED, GONE -> State.BAD;
            case DELETED -> State.IDLE;
        };
        return new Status(state, status.name().replace('_', ' '));
    }

    static Status of(RunPhase phase) {
        return switch (phase) {
            case PLANNED -> new Status(State.WAIT, "Waiting");
            case RUNNING -> new Status(State.RUN, "Running");
            case SUCCEEDED -> new Status(State.OK, "Succeeded");
            case FAILED -> new Status(State.BAD, "Failed");
        };
    }

    /// What the last action did or does, such as `feed failed`; empty when there is nothing to say.
    static String last(Instance instance) {
        String action = instance.last().replace('-', ' ');
        return switch (instance.lastPhase()) {
            case FAILED -> action + " failed";
            case RUNNING -> action + " runs";
            case PLANNED -> action + " waits";
            case SUCCEEDED -> "";
        };
    }
}
