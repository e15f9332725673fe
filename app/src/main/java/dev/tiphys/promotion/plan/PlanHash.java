package dev.tiphys.promotion.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.erdtman.jcs.JsonCanonicalizer;

/// What an approval is for: SHA-256 over the RFC 8785 form of the whole plan, and of nothing else, so that names,
/// times, warnings and health may change while the approved change may not.
public final class PlanHash {

    private PlanHash() {
    }

    /// 64 hexadecimal digits.
    public static String of(Plan plan) {
        return ofJson(JsonText.of(json(plan)));
    }

    /// The text whose SHA-256 the hash is.
    public static String canonical(Plan plan) {
        return canonical(JsonText.of(json(plan)));
    }

    static String ofJson(String json) {
        try {
            byte[] canonical = canonical(json).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Plan plan) {
        return Map.of("format", plan.format(), "service", plan.service(), "version", plan.version(), "mechanism",
                Map.of("kind", plan.mechanism().kind(), "subject", plan.mechanism().subject()), "stepImage",
                plan.stepImage(), "waves", plan.waves().stream().map(wave -> json(plan, wave)).toList());
    }

    private static Map<String, Object> json(Plan plan, Wave wave) {
        List<Map<String, Object>> targets = wave.targets().stream().map(target -> json(target, plan.to(target)))
                .toList();
        return Map.of("name", wave.name(), "gate", wave.gate().word(), "maxInFlight", wave.maxInFlight(), "soak",
                wave.soak().toString(), "targets", targets);
    }

    private static Map<String, Object> json(Target target, String to) {
        return Map.of("application", List.of(target.application().project(), target.application().namespace(),
                target.application().name()), "argoCd", target.argoCd(), "cluster", target.cluster(), "environment",
                target.environment(), "from", target.from(), "to", to);
    }
}
