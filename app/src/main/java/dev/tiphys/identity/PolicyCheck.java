package dev.tiphys.identity;

import java.util.List;

/// What another module knows that a policy must not do. A policy with a problem is refused as a whole.
public interface PolicyCheck {

    /// What is wrong, in whole sentences; empty when nothing is.
    List<String> problems(AccessPolicy policy);
}
