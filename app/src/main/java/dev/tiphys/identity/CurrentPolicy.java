package dev.tiphys.identity;

/// The policy that counts now. Ask at each question and keep nothing of it: it may change at any time.
@FunctionalInterface
interface CurrentPolicy {

    Policy get();
}
