package dev.tiphys.hostile;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import dev.tiphys.hostile.RawHttp.Reply;

/// Follows every link from the pages that somebody can see, as far as there are pages of another shape, and notes what
/// is wrong with them.
final class Crawl {

    private static final int OF_A_SHAPE = 5;

    private final Caller caller;
    private final int most;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> shapes = new HashMap<>();
    private final List<String> visited = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Crawl(Caller caller, int most) {
        this.caller = caller;
        this.most = most;
    }

    Crawl from(List<String> addresses) throws IOException {
        addresses.forEach(this::note);
        while (!open.isEmpty() && visited.size() < most) {
            visit(open.removeFirst());
        }
        return this;
    }

    private void visit(String address) throws IOException {
        Reply reply = caller.get(address);
        visited.add(address);
        Harmless.complaints(reply).forEach(complaint -> complaints.add(complaint + "\n    on " + address));
        if (reply.isHtml()) {
            for (Element link : Jsoup.parse(reply.body()).select("a[href^=/], [hx-get^=/]")) {
                note(link.hasAttr("href") ? link.attr("href") : link.attr("hx-get"));
            }
        }
        reply.header("Location").filter(location -> location.startsWith("/")).ifPresent(this::note);
    }

    private void note(String address) {
        String plain = address.replaceAll("#.*", "");
        if (plain.startsWith("/css") || plain.startsWith("/live") || plain.startsWith("/logout")
                || plain.startsWith("/sandbox") || plain.startsWith("/sign-in")) {
            return;
        }
        if (known.add(plain) && shapes.merge(shape(plain), 1, Integer::sum) <= OF_A_SHAPE) {
            open.add(plain);
        }
    }

    /// The address without what differs from one object to the next.
    private static String shape(String address) {
        String path = address.replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}", "{id}").replaceAll("[^/]*%[^/]*",
                "{text}");
        String query = address.contains("?") ? address.replaceAll(".*?\\?", "").replaceAll("=[^&]*", "") : "";
        return path + "?" + query;
    }

    List<String> visited() {
        return List.copyOf(visited);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

}
