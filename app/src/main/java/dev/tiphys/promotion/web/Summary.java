package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// A promotion in Markdown, to be pasted where people talk about it. Times are in UTC.
///
/// @param href address of its page
/// @param workflow address of its workflow in Argo
record Summary(PromotionView promotion, String href, String workflow) {

    private static final int MOST = 10;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + plain(promotion.service()) + " " + plain(promotion.from()) + " → " + plain(promotion.version())
                + "**: " + PromotionRows.status(promotion, false).word() + sentence());
        lines.add("- asked for by " + plain(promotion.requester()) + ", " + When.of(promotion.createdAt()).words()
                + took());
        promotion.waves().forEach(wave -> lines.add("- " + plain(wave.name()) + ": " + wave(wave)));
        waiting(lines);
        troubled(lines);
        lines.add("- plan " + promotion.planHash().substring(0, Math.min(7, promotion.planHash().length()))
                + ", [promotion](" + MarkdownText.address(href) + "), [workflow]("
                + MarkdownText.address(workflow) + ")");
        return String.join("\n", lines) + "\n";
    }

    private static String plain(String text) {
        return MarkdownText.plain(text);
    }

    private String sentence() {
        return promotion.reason().isEmpty() ? "" : ", " + plain(promotion.reason());
    }

    private String took() {
        Instant begin = promotion.startedAt() == null ? promotion.createdAt() : promotion.startedAt();
        return promotion.finishedAt() == null
                ? ""
                : ", took " + Age.words(Duration.between(begin, promotion.finishedAt()));
    }

    private static String wave(WaveView wave) {
        long done = wave.targets().stream().filter(PromotionRows::isDone).count();
        String gate = wave.gate().equals("approval") ? "; " + plain(wave.gateSentence()) : "";
        return Waves.status(wave).word().toLowerCase(Locale.ROOT) + ", " + done + " of "
                + Counted.of(wave.targets().size(), "cluster") + " done" + gate;
    }

    private void waiting(List<String> lines) {
        Waiting waiting = promotion.waitingFor();
        if (waiting != null && !promotion.phase().isFinal()) {
            String who = waiting.who().isEmpty() ? "" : " Asked: " + plain(String.join(", ", waiting.who())) + ".";
            lines.add("- waits since " + When.of(waiting.since()).words() + ": " + plain(waiting.sentence()) + who);
        }
    }

    private void troubled(List<String> lines) {
        List<TargetView> troubled = promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> List.of("ASKS", "FAILED", "SKIPPED").contains(target.phase())).toList();
        troubled.stream().limit(MOST).forEach(target -> lines.add("- " + plain(target.cluster()) + " "
                + Waves.status(target).word().toLowerCase(Locale.ROOT)
                + (target.reason().isEmpty() ? "" : ": " + plain(target.reason()))));
        if (troubled.size() > MOST) {
            lines.add("- and " + (troubled.size() - MOST) + " more");
        }
    }
}
