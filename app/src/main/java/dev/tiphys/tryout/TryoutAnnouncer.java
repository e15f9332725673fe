package dev.tiphys.tryout;

import java.net.URI;
import java.util.stream.Collectors;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

import dev.tiphys.sandbox.people.DemoUser;

/// Tells the fleet where the portal came up, and the person at the terminal how to begin.
final class TryoutAnnouncer implements ApplicationListener<ApplicationReadyEvent> {

    private final Tryout tryout;

    TryoutAnnouncer(Tryout tryout) {
        this.tryout = tryout;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        URI portal = URI.create("http://localhost:" + port
                + environment.getProperty("server.servlet.context-path", "").replaceAll("/$", ""));
        tryout.fleet().welcome(portal);
        System.out.println(banner(portal));
        new DemoBuilds(portal).announce();
    }

    private String banner(URI portal) {
        String users = DemoUser.all().stream()
                .map(user -> "    %-10s %-30s %s".formatted(user.username(), user.role(), user.apiToken()))
                .collect(Collectors.joining("\n"));
        return """

                  Tiphys is up, with a sandboxed Argo fleet:  %s

                    sign in as (no password)                  or with Authorization: Bearer
                %s

                    clock and faults   %s
                    demo               %s  (plays itself)
                                       curl -X POST %s/story
                    Slack              %s
                    database           %s  (kept; --fresh empties it)
                    stop               Ctrl-C
                """.formatted(portal, users, tryout.fleet().endpoints().controlPage(),
                tryout.fleet().endpoints().storyPage(), tryout.fleet().endpoints().controlApi(),
                tryout.fleet().endpoints().slackPage(), tryout.database().folder());
    }
}
