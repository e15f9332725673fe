package dev.tiphys.sandbox.control;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;

/// The levers as a page of plain forms.
record ControlPage(Levers levers, Targets targets, String notice) {

    Page page() {
        Html warning = notice.isEmpty() ? Html.NONE : Html.of("<p class=\"note bad\" role=\"alert\">%s</p>", notice);
        return new Page("Levers", Page.Layout.WIDE, Html.of("""
                <div><h1>Levers</h1><p class="lead">Make the sandboxed fleet hurry, wait, or fail. The same as JSON:
                <a href="/sandbox/api"><code>/sandbox/api</code></a>.</p></div>
                %s%s%s<div class="grid">%s%s%s</div>
                """, warning, clock(), faults(), versions(), fleetFaults(), httpFaults()));
    }

    private Html clock() {
        JsonNode clock = levers.clock();
        double speed = clock.path("speed").asDouble();
        return Html.of("""
                <section class="sheet"><h2>Clock</h2>
                <p class="big"><time>%s</time> · %s</p>
                <form method="post" action="/sandbox/speed">%s</form>
                <form method="post" action="/sandbox/advance">%s</form></section>
                """, clock.path("now").asString().substring(0, 19).replace('T', ' ') + " UTC",
                speed == 0 ? "stopped" : number(speed) + "× as fast as real time",
                buttons("speed", "0", "Stop", "1", "1×", "5", "5×", "20", "20×", "100", "100×"),
                buttons("by", "30s", "+ 30 s", "5m", "+ 5 min", "1h", "+ 1 h", "24h", "+ 1 day"));
    }

    private static String number(double speed) {
        return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
    }

    private static Html buttons(String name, String... valuesAndLabels) {
        List<Html> buttons = new ArrayList<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            buttons.add(Html.of("<button name=\"%s\" value=\"%s\">%s</button>", name, valuesAndLabels[i],
                    valuesAndLabels[i + 1]));
        }
        return Html.join(buttons);
    }

    private Html faults() {
        List<Html> rows = new ArrayList<>();
        for (JsonNode fault : levers.faults()) {
            rows.add(Html.of("""
                    <tr><td><code>%s</code></td><td>%s</td><td>%s</td>
                    <td><form method="post" action="/sandbox/lift"><button name="id" value="%s">Lift</button></form></td></tr>
                    """, fault.path("id").asString(), fault.path("kind").asString(), fault.path("sentence").asString(),
                    fault.path("id").asString()));
        }
        return rows.isEmpty()
                ? new Html("<section class=\"sheet\"><h2>Faults</h2><p class=\"empty\">Nothing is wrong.</p></section>")
                : Html.of("""
                        <section class="sheet"><h2>Faults</h2><div class="scroll"><table>
                        <tr><th>Id</th><th>Kind</th><th>What goes wrong</th><th></th></tr>%s</table></div>
                        <form method="post" action="/sandbox/lift"><button name="id" value="all">Lift all</button></form>
                        </section>""", Html.join(rows));
    }

    private static Html versions() {
        return new Html("""
                <section class="sheet"><h2>Versions to promote</h2><p>Everything runs v4.</p><table>
                <tr><td><code>v5</code></td><td>is good</td></tr>
                <tr><td><code>v5-slow</code></td><td>takes long to get healthy</td></tr>
                <tr><td><code>v5-failing</code></td><td>gets healthy, but fails its analysis</td></tr>
                <tr><td><code>v6-broken</code></td><td>never gets healthy</td></tr>
                <tr><td><code>v5-manual</code></td><td>waits for a person on its way</td></tr></table></section>
                """);
    }

    private Html fleetFaults() {
        return Html.of("""
                <section class="sheet"><h2>Break the fleet</h2><p>Lasts until it is lifted.</p>
                <form method="post" action="/sandbox/faults">%s%s
                <button name="kind" value="analysis-fails">Fail its analysis</button>
                <button name="kind" value="never-healthy">Keep it unhealthy</button></form>
                <form method="post" action="/sandbox/faults">%s
                <button name="kind" value="cluster-away">Take the cluster away</button></form></section>
                """, select("service", targets.services(), "every service"),
                select("cluster", targets.clusters(), "every cluster"), select("cluster", targets.clusters(), ""));
    }

    private static Html select(String name, List<String> values, String any) {
        Html all = any.isEmpty() ? Html.NONE : Html.of("<option value=\"*\">%s</option>", any);
        return Html.of("<label class=\"field\">%s<select name=\"%s\">%s%s</select></label>", name, name, all,
                Html.join(values.stream().map(value -> Html.of("<option>%s</option>", value)).toList()));
    }

    private static Html httpFaults() {
        return new Html("""
                <section class="sheet"><h2>Break the APIs</h2><p>Path with <code>*</code> for anything.</p>
                <form method="post" action="/sandbox/faults">
                <label class="field">path<input class="wide" name="path" value="/argocd/*" required></label>
                <label class="field">status<input name="status" value="500" inputmode="numeric"></label>
                <label class="field">latency<input name="latency" value="2s"></label>
                <label class="field">times<input name="times" placeholder="always" inputmode="numeric"></label>
                <label class="field">for<input name="for" placeholder="until lifted"></label>
                <button name="kind" value="answer">Answer the status</button>
                <button name="kind" value="delay">Delay</button>
                <button name="kind" value="hang-up">Hang up</button>
                <button name="kind" value="lose-events">Lose events</button></form>
                <form method="post" action="/sandbox/faults">
                <label class="field">system<select name="system"><option>workflows</option><option>argocd</option>
                <option>kubernetes</option></select></label>
                <label class="field">version<input name="version" value="v3.6.2"></label>
                <button name="kind" value="version">Tell this version</button></form>
                <form method="post" action="/sandbox/cut">
                <label class="field">streams<input class="wide" name="path" value="/argocd/*" required></label>
                <button>Cut them</button></form></section>
                """);
    }

    /// What the forms offer.
    record Targets(List<String> services, List<String> clusters) {}
}
