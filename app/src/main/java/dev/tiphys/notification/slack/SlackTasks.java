package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.HelpAsked;
import dev.tiphys.promotion.PromotionId;

/// Enqueues what is to be said in Slack, in the transaction that made it true, and says when to try again.
@Component
class SlackTasks {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-slack-message");
    static final TaskDescriptor<PrivateReply> REPLY = TaskDescriptor.of("reply-in-slack", PrivateReply.class);

    static final TaskDescriptor<SpokenWord> DECIDE = TaskDescriptor.of("decide-in-slack", SpokenWord.class);
    static final TaskDescriptor<String> CHECKPOINT = TaskDescriptor.of("post-audit-checkpoint", String.class);

    static final TaskDescriptor<HelpAsked> HELP = TaskDescriptor.of("ask-provider-in-slack", HelpAsked.class);
    static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("remind-of-promotion");

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration UNTIL_SOMEBODY_CHANGES_SOMETHING = Duration.ofMinutes(5);

    // The scheduler needs the tasks, and the tasks need what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    SlackTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    // Each wish has a task of its own: one that is running has perhaps read what was so before.
    void send(MessageBook.Wish wish) {
        scheduler.getObject().scheduleIfNotExists(
                SEND.instance(wish.id() + "#" + wish.wanted()).scheduledTo(clock.instant()));
    }

    /// One time that a promotion waits for people, as the name of a task.
    record Wait(PromotionId promotion, long askedAt) {

        static Wait parse(String instance) {
            int mark = instance.indexOf('#');
            return new Wait(PromotionId.parse(instance.substring(0, mark)),
                    Long.parseLong(instance.substring(mark + 1)));
        }

        String instance() {
            return promotion + "#" + askedAt;
        }
    }

    /// Once for each wait, however often it is told.
    void remind(MessageRow row, Instant at) {
        Instant since = Objects.requireNonNull(row.askedAt());
        scheduler.getObject().scheduleIfNotExists(
                REMIND.instance(new Wait(row.promotion(), since.toEpochMilli()).instance()).scheduledTo(at));
    }

    void reply(PrivateReply reply) {
        scheduler.getObject().scheduleIfNotExists(
                REPLY.instance(UUID.randomUUID().toString()).data(reply).scheduledTo(clock.instant()));
    }

    void decide(SpokenWord word) {
        scheduler.getObject().scheduleIfNotExists(
                DECIDE.instance(UUID.randomUUID().toString()).data(word).scheduledTo(clock.instant()));
    }

    void postCheckpoint(long seq, String line) {
        scheduler.getObject().scheduleIfNotExists(
                CHECKPOINT.instance(Long.toString(seq)).data(line).scheduledTo(clock.instant()));
    }

    /// Once for each run.
    void askForHelp(HelpAsked asked) {
        scheduler.getObject().scheduleIfNotExists(
                HELP.instance(asked.run().toString()).data(asked).scheduledTo(clock.instant()));
    }

    static UUID message(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('#')));
    }

    /// Tries again for as long as Slack is away, and as late as Slack asks for.
    <T> FailureHandler<T> tryAgain() {
        return (failed, operations) -> {
            Duration pause = failed.getCause().map(cause -> pause(cause, failed.getExecution().consecutiveFailures))
                    .orElse(LONGEST_PAUSE);
            operations.reschedule(failed, clock.instant().plus(pause));
        };
    }

    private static Duration pause(Throwable cause, int failures) {
        if (cause instanceof NotYet) {
            return Duration.ofSeconds(1);
        }
        if (cause instanceof SlackFailure failure) {
            if (!failure.isPassing()) {
                return UNTIL_SOMEBODY_CHANGES_SOMETHING;
            }
            if (failure.retryAfter().isPresent()) {
                return failure.retryAfter().get();
            }
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// Something else has to be sent first.
    static final class NotYet extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotYet(String message) {
            super(message);
        }
    }
}
