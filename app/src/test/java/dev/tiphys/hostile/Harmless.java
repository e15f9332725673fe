package dev.tiphys.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import dev.tiphys.hostile.RawHttp.Reply;
import dev.tiphys.sandbox.SandboxEndpoints;

/// What no answer may be or contain, whatever was asked: a failure of the portal's own, a stack trace, a secret, or a
/// page with anything in it that a browser would execute. Pages are read as browsers read them.
final class Harmless {

    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w.$/]+\\([\\w$]+\\.java:\\d+\\)|\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*(Exception|Error)\\b"
                    + "|org\\.(springframework|thymeleaf|postgresql|hibernate|apache)\\.|Whitelabel");
    private static final List<String> SECRETS = List.of(SandboxEndpoints.ARGOCD_TOKEN, SandboxEndpoints.WORKFLOWS_TOKEN,
            SandboxEndpoints.KUBERNETES_TOKEN, SandboxEndpoints.SLACK_TOKEN, SandboxEndpoints.SLACK_SIGNING_SECRET,
            SandboxEndpoints.OIDC_CLIENT_SECRET);
    private static final Set<String> NEVER = Set.of("iframe", "frame", "object", "embed", "applet", "base", "style",
            "math", "template", "noscript", Payloads.ELEMENT);
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "xlink:href", "poster",
            "hx-get", "hx-post", "data");
    private static final Pattern CELL = Pattern.compile("(?:^|[,\\n])\\s*\"?([=+@\\-][A-Za-z(])");

    private Harmless() {
    }

    /// What is wrong with an answer; empty when nothing is.
    static List<String> complaints(Reply reply) {
        List<String> complaints = new ArrayList<>();
        if (reply.status() == 500) {
            complaints.add("it answers " + reply.status());
        }
        String body = reply.body();
        if (TRACE.matcher(body).find()) {
            complaints.add("it shows the inside of the portal: " + around(TRACE.matcher(body)));
        }
        SECRETS.stream().filter(body::contains).forEach(secret -> complaints.add("it shows a secret: " + secret));
        if (body.contains(Payloads.COMPUTED)) {
            complaints.add("it computed what was only text");
        }
        headers(reply, complaints);
        if (reply.isHtml()) {
            page(Jsoup.parse(body), complaints);
        } else if (reply.header("Content-Type").orElse("").startsWith("text/csv") && CELL.matcher(body).find()) {
            complaints.add("a spreadsheet would compute a cell: " + around(CELL.matcher(body)));
        }
        return complaints;
    }

    private static String around(java.util.regex.Matcher found) {
        return found.find() ? found.group() : "";
    }

    private static void headers(Reply reply, List<String> complaints) {
        if (reply.header(Payloads.HEADER).isPresent() || reply.headers("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.contains(Payloads.HEADER))) {
            complaints.add("a header was smuggled in");
        }
        String location = reply.header("Location").orElse("/");
        if (location.contains(Payloads.HOST) && !location.startsWith("/") || location.startsWith("//")) {
            complaints.add("it leads to " + location);
        }
        if (!reply.body().isEmpty() && reply.status() != 501 && (reply.header("X-Content-Type-Options").isEmpty()
                || reply.header("X-Frame-Options").isEmpty())) {
            complaints.add("a browser may guess its type or frame it");
        }
    }

    static void page(Document page, List<String> complaints) {
        for (Element element : page.getAllElements()) {
            String name = element.normalName();
            if (NEVER.contains(name)) {
                complaints.add("an element that is none of ours: " + element.outerHtml());
            }
            if (name.equals("script") && (!element.attr("src").startsWith("/") || !element.data().isBlank())) {
                complaints.add("a script that is none of ours: " + element.outerHtml());
            }
            if (name.equals("meta") && element.attr("http-equiv").equalsIgnoreCase("refresh")) {
                complaints.add("a page that leads away: " + element.outerHtml());
            }
            element.attributes().forEach(attribute -> attribute(element, attribute, complaints));
        }
    }

    private static void attribute(Element element, Attribute attribute, List<String> complaints) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        boolean runs = name.startsWith("on") || name.startsWith("hx-on") || name.equals("srcdoc")
                || name.equals("style") || (name.equals("hx-vals") && value.startsWith("js:"));
        boolean leads = ADDRESSES.contains(name) && (value.matches("(javascript|vbscript|data):.*")
                || (value.startsWith("//") && !value.equals("//")) || value.contains("//" + Payloads.HOST));
        if (runs || leads) {
            complaints.add("an attribute that a browser would act on: " + name + " of "
                    + element.shallowClone().outerHtml());
        }
    }
}
