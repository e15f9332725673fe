package dev.tiphys.recovery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// What the tasks of a restored database still wanted to tell others. Whether it was told after the backup nobody can
/// see from here.
@Component
class UnsentTasks implements Comparison {

    private static final Logger log = LoggerFactory.getLogger(UnsentTasks.class);
    private static final String PREFIX = "task/";

    private final JdbcClient database;
    private final ObjectProvider<OutwardTask> outward;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    UnsentTasks(JdbcClient database, ObjectProvider<OutwardTask> outward, ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.database = database;
        this.outward = outward;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public List<Difference> find() {
        record Row(String name, String instance, Instant due) {}
        Map<String, String> words = outward.stream().collect(Collectors.toMap(OutwardTask::name, OutwardTask::words));
        if (words.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                select task_name, task_instance, execution_time from scheduled_tasks
                where task_name in (:names) and execution_time <= :now order by execution_time
                """).param("names", words.keySet()).param("now", clock.instant().atOffset(UTC))
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list().stream()
                .map(row -> new Difference(PREFIX + row.name() + "/" + row.instance(), "unsent",
                        words.getOrDefault(row.name(), row.name()), "It was due at " + row.due()
                                + ". It may have been sent after the backup. Dropping forgets it; sending sends it now.",
                        List.of(Choice.DROP, Choice.SEND)))
                .toList();
    }

    @Override
    public void settle(Difference difference, Choice choice, String who) {
        if (choice == Choice.DROP && difference.id().startsWith(PREFIX)) {
            String[] id = difference.id().substring(PREFIX.length()).split("/", 2);
            cancel(TaskInstanceId.of(id[0], id[1]));
        }
    }

    private void cancel(TaskInstanceId task) {
        try {
            scheduler.getObject().cancel(task);
        } catch (TaskInstanceNotFoundException gone) {
            log.debug("there is no task {} any more", task, gone);
        } catch (TaskInstanceCurrentlyExecutingException runs) {
            throw new Refusal.Conflict("A task that was to be dropped runs at this moment. Look again.");
        }
    }
}
