/// Tries the portal as a person does: in a browser, against the whole sandbox, everything for real but the clusters.
@NullMarked
package dev.tiphys.browser;

import org.jspecify.annotations.NullMarked;
