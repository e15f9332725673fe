package dev.tiphys.fleet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Where the page of a service is. Names come from labels that anybody may have written: one that Kubernetes would not
/// take as a label's value has no page, and leads to the search.
public final class ServiceAddress {

    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    private ServiceAddress() {
    }

    public static String of(String service) {
        return LABEL_VALUE.matcher(service).matches()
                ? "/services/" + service
                : "/promotions?q=" + URLEncoder.encode(service, StandardCharsets.UTF_8);
    }
}
