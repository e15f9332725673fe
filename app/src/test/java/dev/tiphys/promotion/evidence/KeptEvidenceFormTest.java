package dev.tiphys.promotion.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.json.JsonView;

class KeptEvidenceFormTest {

    @Test
    void keepsTheLastTwoHundredLines() {
        String text = KeptLog.of(IntStream.rangeClosed(1, 500).mapToObj(number -> "line " + number).toList());
        assertThat(text.lines()).hasSize(200).first().isEqualTo("line 301");
        assertThat(text).endsWith("line 500");
    }

    @Test
    void boundsWhatIsKeptHoweverLongTheLinesAre() {
        String text = KeptLog.of(IntStream.range(0, 300).mapToObj(number -> "ä".repeat(10_000)).toList());
        assertThat(text).hasSizeLessThan(33_000);
        assertThat(text.lines()).allMatch(line -> line.length() <= 501);
    }

    @Test
    void takesHarmOutOfALine() {
        assertThat(KeptLog.clean("\u001B[31mred\u001B[0m \u0000\u0007 \u202Eevil"))
                .isEqualTo("red \uFFFD\uFFFD \uFFFDevil");
        assertThat(KeptLog.clean("tab\tstays <script>")).isEqualTo("tab\tstays <script>");
        assertThat(KeptLog.clean("half a pair \uD83D")).isEqualTo("half a pair \uFFFD");
    }

    @Test
    void makesSecretsUnreadable() {
        assertThat(KeptLog.clean("Authorization: Bearer eyJhbGciOi.abc.def")).isEqualTo("Authorization: Bearer •••");
        assertThat(KeptLog.clean("db password=hunter22 retry=3")).isEqualTo("db password=••• retry=3");
        assertThat(KeptLog.clean("{\"token\": \"tph_0123456789\"}")).isEqualTo("{\"token\": \"•••\"}");
        assertThat(KeptLog.clean("the token is long")).isEqualTo("the token is long");
    }

    @Test
    void readsWhatAnAnalysisMeasuredWithItsLimits() {
        List<Measured> metrics = Measured.of(JsonView.parse("""
                {"spec": {"metrics": [{"name": "latency", "successCondition": "result[0] < 500", "failureLimit": 2}]},
                 "status": {"phase": "Failed", "metricResults": [{"name": "latency", "phase": "Failed",
                   "measurements": [{"value": "[840]", "phase": "Failed", "finishedAt": "2026-11-27T14:02:08Z"},
                     {"value": "[812]", "phase": "Failed", "finishedAt": "2026-11-27T14:02:09Z"}]},
                  {"name": "without", "phase": "Error", "measurements": [{"phase": "Error", "message": "no data"}]}]}}
                """));
        assertThat(metrics).first().returns("latency: 840, 812; must hold: result[0] < 500; 2 failures allowed",
                Measured::sentence);
        assertThat(metrics.getLast().sentence()).isEqualTo("without: no data; 0 failures allowed");
        assertThat(Measured.read(Measured.write(metrics))).isEqualTo(metrics);
        assertThat(Measured.of(JsonView.parse("{\"status\": null}"))).isEmpty();
    }

    @Test
    void boundsWhatAnalysesSaidHoweverMuchItIs() {
        String measurement = "{\"phase\": \"Error\\u0000\", \"message\": \"" + "ä".repeat(2_000) + "\"}";
        String result = "{\"name\": \"m\", \"measurements\": [" + String.join(",", Collections.nCopies(40, measurement))
                + "]}";
        List<Measured> metrics = Measured.of(JsonView.parse("{\"status\": {\"metricResults\": ["
                + String.join(",", Collections.nCopies(30, result)) + "]}}"));

        String text = Measured.write(metrics);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(131_072);
        assertThat(text).doesNotContain("\\u0000");
        assertThat(Measured.read(text)).isNotEmpty();
    }
}
