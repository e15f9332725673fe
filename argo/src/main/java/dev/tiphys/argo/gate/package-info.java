/// The signed word that opens a gate: the portal writes it into the workflow, and the gate's step reads it there
/// without asking the portal. A compact JWS (RFC 7515) with Ed25519 (RFC 8037).
@NullMarked
package dev.tiphys.argo.gate;

import org.jspecify.annotations.NullMarked;
