package dev.tiphys.sandbox.fleet;

/// Where the fleet's Git history goes: the sandbox's repositories.
@FunctionalInterface
public interface Commits {

    /// Moves a branch of a repository to a new commit and answers with its SHA.
    String push(String repoUrl, String branch);
}
