package dev.tiphys.audit.proof;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Signs and verifies now and then, on one replica at a time.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class ProofConfiguration {

    private static final TaskDescriptor<Void> SIGN = TaskDescriptor.of("sign-audit-checkpoint");
    private static final TaskDescriptor<Void> VERIFY = TaskDescriptor.of("verify-audit-log");

    @Bean
    Task<Void> signAuditCheckpoint(Checkpoints checkpoints, AuditProperties properties) {
        return Tasks.recurring(SIGN, FixedDelay.of(properties.checkpointEvery()))
                .execute((task, context) -> checkpoints.signNow());
    }

    @Bean
    Task<Void> verifyAuditLog(Checkpoints checkpoints, AuditProperties properties) {
        return Tasks.recurring(VERIFY, FixedDelay.of(properties.verifyEvery()))
                .execute((task, context) -> checkpoints.verify());
    }
}
