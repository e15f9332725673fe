package dev.tiphys.sandbox.control;

import java.util.function.BooleanSupplier;

import dev.tiphys.sandbox.page.Form;

/// A sort of fault that can be set: it reads its parameters, begins, and says how it is lifted.
@FunctionalInterface
public interface FaultKind {

    /// Begins a fault, or throws [IllegalArgumentException] with a sentence about what is wrong with the parameters.
    Begun begin(Form parameters);

    /// A fault that has begun.
    ///
    /// @param sentence what goes wrong now, for people
    /// @param lift ends it
    /// @param over whether it has ended by itself
    record Begun(String sentence, Runnable lift, BooleanSupplier over) {

        /// A fault that lasts until someone lifts it.
        public static Begun untilLifted(String sentence, Runnable lift) {
            return new Begun(sentence, lift, () -> false);
        }
    }
}
