package dev.tiphys.promotion.compile;

import java.util.Locale;

import dev.tiphys.promotion.PromotionId;

/// The name that a promotion's workflow gets before it exists, derived from the promotion's id: a second submission
/// meets the first one under the same name.
public record WorkflowIdentity(PromotionId promotion, String name) {

    private static final int SERVICE = 28;
    private static final int VERSION = 20;
    private static final int TAIL = 10;

    /// At most 62 characters, safe as a DNS label. The tail of the id is its random part.
    public static WorkflowIdentity of(PromotionId promotion, String service, String version) {
        String digits = promotion.toString().replace("-", "");
        String tail = digits.substring(digits.length() - TAIL);
        return new WorkflowIdentity(promotion, "p-".substring(startsWithLetter(service) ? 2 : 0)
                + safe(service, SERVICE) + "-" + safe(version, VERSION) + "-" + tail);
    }

    private static boolean startsWithLetter(String service) {
        return !service.isEmpty() && Character.isLetter(safe(service, SERVICE).charAt(0));
    }

    private static String safe(String text, int limit) {
        String safe = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = safe.substring(0, Math.min(limit, safe.length())).replaceAll("-$", "");
        return cut.isEmpty() ? "x" : cut;
    }
}
