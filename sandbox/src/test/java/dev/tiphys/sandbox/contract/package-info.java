/// What the portal relies on in each API: run against the sandbox, and against real servers where they are given.
@NullMarked
package dev.tiphys.sandbox.contract;

import org.jspecify.annotations.NullMarked;
