package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.List;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;

/// Answers in words whether a wave is complete and whether the next may start; else what is missing, and who can
/// give it.
record WaveAnswers(PromotionView promotion, Rights rights) {

    String of(int index) {
        WaveView wave = promotion.waves().get(index);
        String next = index + 1 < promotion.waves().size() ? next(wave, promotion.waves().get(index + 1)) : "";
        return itself(index, wave) + (next.isEmpty() ? "" : " " + next);
    }

    private String itself(int index, WaveView wave) {
        return switch (wave.phase()) {
            case "SUCCEEDED" -> complete(wave);
            case "RUNNING" -> "Not complete: " + missing(wave) + ".";
            case "WAITING" -> Waves.isApproved(wave)
                    ? "Not begun: starts in a moment."
                    : "Not begun: needs an approval" + by(approvers(wave)) + ".";
            case "FAILED" -> "Ended before it was complete.";
            case "ABORTED" -> "Stopped before it was complete.";
            default -> later(index, wave);
        };
    }

    private static String complete(WaveView wave) {
        long skipped = count(wave, "SKIPPED");
        return skipped == 0 ? "Complete." : "Complete, " + skipped + " skipped.";
    }

    private String missing(WaveView wave) {
        List<String> parts = new ArrayList<>();
        long asks = count(wave, "ASKS");
        if (asks > 0) {
            parts.add(asks + (asks == 1 ? " needs" : " need") + " a decision"
                    + by(rights.whoSteers(promotion.service(), wave.name())));
        }
        add(parts, count(wave, "FAILED"), " failed", " failed");
        add(parts, count(wave, "RUNNING"), " moves", " move");
        add(parts, count(wave, "LATER"), " has not begun", " have not begun");
        return parts.isEmpty() ? "it is about to end" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count + (count == 1 ? one : many));
        }
    }

    private String later(int index, WaveView wave) {
        if (promotion.phase().isFinal()) {
            return "Never began.";
        }
        String needs = wave.gate().equals("approval") ? "an approval" + by(approvers(wave)) : "";
        if (index == 0) {
            return needs.isEmpty() ? "Starts in a moment." : "Needs " + needs + ".";
        }
        String before = promotion.waves().get(index - 1).name();
        return "Not begun: needs " + before + " complete" + (needs.isEmpty() ? "." : ", then " + needs + ".");
    }

    private String next(WaveView wave, WaveView next) {
        boolean complete = wave.phase().equals("SUCCEEDED");
        if (promotion.phase().isFinal() || !(complete || wave.phase().equals("RUNNING"))) {
            return "";
        }
        if (!complete) {
            return next.name() + " may not start yet.";
        }
        return switch (next.phase()) {
            case "LATER" -> next.name() + " may start.";
            case "WAITING" ->
                next.name() + (Waves.isApproved(next) ? " may start." : " may start once it is approved.");
            default -> "";
        };
    }

    private List<String> approvers(WaveView wave) {
        Waiting waiting = promotion.waitingFor();
        return waiting != null && waiting.code().equals("approval") && waiting.subject().equals(wave.name())
                ? waiting.who()
                : rights.whoApproves(promotion.service(), wave.name());
    }

    private static String by(List<String> groups) {
        return groups.isEmpty() ? "" : " by " + String.join(" or ", groups);
    }

    private static long count(WaveView wave, String phase) {
        return wave.targets().stream().filter(target -> target.phase().equals(phase)).count();
    }
}
