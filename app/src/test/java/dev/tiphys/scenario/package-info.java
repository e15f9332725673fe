/// Whole stories over HTTP: the portal on a real PostgreSQL beside a sandboxed fleet whose time runs fast. What a test
/// knows, it knows from the JSON API, from the sandbox's levers, or from the systems that the sandbox stands for.
@NullMarked
package dev.tiphys.scenario;

import org.jspecify.annotations.NullMarked;
