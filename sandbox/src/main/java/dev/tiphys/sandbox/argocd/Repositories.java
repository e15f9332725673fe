package dev.tiphys.sandbox.argocd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// The Git repositories and chart registries that sources name: every branch and tag resolves, always to the same
/// commit until someone pushes.
public final class Repositories {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

    private final Map<String, Integer> pushes = new ConcurrentHashMap<>();
    private final Map<String, String> refs = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    /// Moves a branch or tag of a repository to a new commit and answers with its SHA.
    public String push(String repoUrl, String ref) {
        pushes.merge(repoUrl + "#" + ref, 1, Integer::sum);
        return commit(repoUrl, ref);
    }

    /// Whether the repo server answers; while it does not, no revision resolves and nothing is rendered.
    public void setAvailable(boolean available) {
        this.available = available;
    }

    boolean isAvailable() {
        return available;
    }

    static boolean isCommit(String revision) {
        return SHA.matcher(revision).matches();
    }

    /// The commit (or chart version) that `revision` of a source means.
    String resolve(JsonNode source, String revision) {
        if (!available) {
            throw new GrpcException(GrpcCode.UNAVAILABLE,
                    "connection error: desc = \"transport: Error while dialing: dial tcp: connect: connection refused\"");
        }
        if (!source.path("chart").asString("").isEmpty() || isCommit(revision)) {
            return revision;
        }
        return commit(source.path("repoURL").asString(""), revision.isEmpty() ? "HEAD" : revision);
    }

    /// The branch or tag that a known commit belongs to; empty for a commit never resolved here.
    String refOf(String commit) {
        return refs.getOrDefault(commit, "");
    }

    private String commit(String repoUrl, String ref) {
        int count = pushes.getOrDefault(repoUrl + "#" + ref, 0);
        String sha = sha1(repoUrl + "#" + ref + "#" + count);
        refs.put(sha, ref);
        return sha;
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-1", impossible);
        }
    }
}
