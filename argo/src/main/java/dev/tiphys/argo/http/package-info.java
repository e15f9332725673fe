/// One HTTP exchange with an Argo server: deadline, retry of safe reads, errors as
/// [dev.tiphys.argo.ArgoException], streams of events that keep themselves alive. Tokens are read for each call and
/// never logged.
@NullMarked
package dev.tiphys.argo.http;

import org.jspecify.annotations.NullMarked;
