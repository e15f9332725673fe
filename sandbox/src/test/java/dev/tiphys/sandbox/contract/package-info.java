/// What the portal relies on in each API, as tests that run against the sandbox in every build and against live servers
/// when these are named (`docs/contract-suite.md`). A difference between the two is a bug of the sandbox.
@NullMarked
package dev.tiphys.sandbox.contract;

import org.jspecify.annotations.NullMarked;
