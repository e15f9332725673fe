/// The program that the pods of a promotion run: `tiphys step set-version | sync | await-rollout | verify | refuse
/// | notify`.
@NullMarked
package dev.tiphys.steps;

import org.jspecify.annotations.NullMarked;
