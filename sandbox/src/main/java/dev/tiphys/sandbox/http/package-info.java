/// The sandbox's HTTP server: one loopback port, a path prefix for each system that it plays.
@NullMarked
package dev.tiphys.sandbox.http;

import org.jspecify.annotations.NullMarked;
