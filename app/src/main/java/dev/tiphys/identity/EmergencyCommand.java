package dev.tiphys.identity;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `tiphys emergency-session`: run on the pod, it writes a one-time link into the database that the portal works with.
/// Whoever can run it has the portal's own credentials; no address of the portal leads to it.
public final class EmergencyCommand {

    /// Its name, as the first argument.
    public static final String NAME = "emergency-session";

    private static final Duration LINK_LIFE = Duration.ofMinutes(10);
    private static final int WRONG_USE = 64;

    private EmergencyCommand() {
    }

    /// Nothing but the database, as the portal's configuration names it.
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static final class DatabaseAlone {}

    /// Mints a session and prints its link.
    public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
        EmergencyWish wish;
        try {
            wish = EmergencyWish.read(arguments);
        } catch (IllegalArgumentException wrong) {
            problems.println("tiphys: " + wrong.getMessage());
            return WRONG_USE;
        }
        SpringApplicationBuilder application = new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
                .properties(Map.of("logging.level.root", "error"));
        application.application().setInitializers(List.of());
        try (ConfigurableApplicationContext context = application.run(wish.rest().toArray(String[]::new))) {
            return mint(wish, context, out, problems);
        }
    }

    private static int mint(EmergencyWish wish, ConfigurableApplicationContext context, PrintStream out,
            PrintStream problems) {
        Environment environment = context.getEnvironment();
        List<String> groups = wish.groups().isEmpty()
                ? Binder.get(environment).bind("tiphys.identity.emergency-groups", Bindable.listOf(String.class))
                        .orElse(List.of())
                : wish.groups();
        if (groups.isEmpty()) {
            problems.println("tiphys: say with --groups which groups the session has, or configure "
                    + "tiphys.identity.emergency-groups.");
            return WRONG_USE;
        }
        String code = TokenSecret.random();
        insert(JdbcClient.create(context.getBean(DataSource.class)), wish, groups, code);
        String portal = environment.getProperty("tiphys.public-url", "").replaceAll("/+$", "");
        out.printf("""
                An emergency session for %s (%s), %d minutes long once it is begun:

                    %s/emergency/%s

                The link is good once, within %d minutes. The minting, the session and what is done in it are on record.
                """, wish.name(), String.join(", ", groups), wish.minutes(), portal, code, LINK_LIFE.toMinutes());
        return 0;
    }

    private static void insert(JdbcClient database, EmergencyWish wish, List<String> groups, String code) {
        Instant now = Clock.systemUTC().instant();
        database.sql("""
                insert into emergency_session (id, code_hash, name, reason, groups, minted_on, minted_at, link_until,
                    session_life)
                values (?, ?, ?, ?, ?, ?, ?, ?, make_interval(mins => ?))
                """).params(UUID.randomUUID(), TokenSecret.hash(code), wish.name(), wish.reason(),
                groups.toArray(String[]::new), here(), now.atOffset(ZoneOffset.UTC),
                now.plus(LINK_LIFE).atOffset(ZoneOffset.UTC), wish.minutes()).update();
    }

    private static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a pod without a name";
        }
    }
}
