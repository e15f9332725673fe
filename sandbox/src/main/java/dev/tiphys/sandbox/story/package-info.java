/// The demo that plays itself: people of the sandbox bring a version of checkout through all environments by the
/// portal's own API, with a canary that fails on the way.
@NullMarked
package dev.tiphys.sandbox.story;

import org.jspecify.annotations.NullMarked;
