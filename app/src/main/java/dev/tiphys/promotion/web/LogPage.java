package dev.tiphys.promotion.web;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Status;

/// What the pod of a target's step says.
///
/// @param text empty while it has said nothing
/// @param trouble why the log cannot be read now; empty when it can
/// @param workflow address of its node in Argo Workflows
/// @param argoCd address of its Application in Argo CD; null when that is not known
record LogPage(String href, String service, String version, String promotion, String cluster, String application,
        Status status,
        String step, String pod, String text, String trouble, String live, String workflow, @Nullable String argoCd) {}
