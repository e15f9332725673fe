/// The clients' requests held against the contracts that Argo publishes, where these are present.
@NullMarked
package dev.tiphys.argo.contract;

import org.jspecify.annotations.NullMarked;
