package dev.tiphys.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.json.JsonView;

/// Reads options from addresses on hosts that the platform allows: a JSON list of texts. What was read counts for a
/// minute; nothing follows a redirect, waits longer than two seconds or reads more than 100 kB.
@Component
class OptionAddresses {

    private static final Logger log = LoggerFactory.getLogger(OptionAddresses.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int LARGEST = 100_000;
    private static final int MOST = 500;

    private final Set<String> hosts;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    @Autowired
    OptionAddresses(CatalogProperties properties, Clock clock) {
        this(properties.optionHosts(), clock);
    }

    OptionAddresses(Set<String> hosts, Clock clock) {
        this.hosts = Set.copyOf(hosts);
        this.clock = clock;
    }

    private record Answer(List<String> options, Instant at) {}

    List<String> options(String address) {
        Answer known = answers.get(address);
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return known.options();
        }
        if (!isAllowed(address)) {
            log.warn("options of {} are not read: the host is not among tiphys.catalog.option-hosts", address);
            return List.of();
        }
        try {
            List<String> options = read(URI.create(address));
            answers.put(address, new Answer(options, clock.instant()));
            return options;
        } catch (IOException | IllegalArgumentException away) {
            log.warn("options of {} cannot be read: {}", address, away.getMessage());
            return known == null ? List.of() : known.options();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private boolean isAllowed(String address) {
        try {
            URI uri = new URI(address);
            String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return List.of("https", "http").contains(String.valueOf(uri.getScheme())) && uri.getUserInfo() == null
                    && hosts.contains(place);
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }

    private List<String> read(URI address) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(address).timeout(DEADLINE).header("Accept", "application/json").build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("it answers " + response.statusCode());
            }
            String text = new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
            return JsonView.parse(text).texts().stream().limit(MOST).toList();
        }
    }
}
