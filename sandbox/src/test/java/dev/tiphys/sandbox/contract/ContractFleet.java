package dev.tiphys.sandbox.contract;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;

/// The demo fleet in quick motion, shared by all contract tests of a run.
final class ContractFleet {

    private static final double SPEED = 20;

    private ContractFleet() {
    }

    static Sandbox shared() {
        return Holder.SANDBOX;
    }

    private static final class Holder {
        static final Sandbox SANDBOX = start();

        private static Sandbox start() {
            try {
                return Sandbox.start(SandboxOptions.defaults().atSpeed(SPEED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
