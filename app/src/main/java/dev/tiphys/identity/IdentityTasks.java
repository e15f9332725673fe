package dev.tiphys.identity;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What has to be looked after although nobody asks.
@Configuration(proxyBeanMethods = false)
class IdentityTasks {

    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofSeconds(15);

    @Bean
    Task<Void> sweepSessions(SessionRecords sessions) {
        return Tasks.recurring("sweep-sessions", FixedDelay.of(SWEEP)).execute((task, context) -> sessions.sweep());
    }

    @Bean
    Task<Void> recordEmergencies(EmergencySessions sessions) {
        return Tasks.recurring("record-emergencies", FixedDelay.of(LOOK))
                .execute((task, context) -> sessions.recordMinted());
    }
}
