package dev.tiphys.identity;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/// Holds the access policy that counts. A file is read again whenever its content differs, also behind the symbolic
/// links of a mounted ConfigMap; a broken one is refused, on record, and the last good one stays.
public class PolicyBook implements CurrentPolicy, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PolicyBook.class);

    private final AccessFile file;
    private final PolicyRecord record;
    private final List<PolicyCheck> checks;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Policy current;
    private volatile Instant since;
    private volatile PolicyState.@Nullable Refused refused;
    private String seen = "";
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Future<?> looking;

    private PolicyBook(AccessFile file, PolicyRecord record, List<PolicyCheck> checks,
            ApplicationEventPublisher events, Clock clock, Policy first) {
        this.file = file;
        this.record = record;
        this.checks = List.copyOf(checks);
        this.events = events;
        this.clock = clock;
        this.current = first;
        this.since = clock.instant();
    }

    /// What the book needs to be opened.
    record Opening(AccessFile file, PolicyRecord record, List<PolicyCheck> checks, ApplicationEventPublisher events,
            Clock clock) {}

    /// @param inline the policy written beside the other settings, which counts where no file is named
    /// @throws PolicyRefusedException when there is no policy to begin with
    static PolicyBook open(AccessPolicy inline, Opening with) {
        Path path = with.file().accessFile();
        AccessPolicy first = path == null ? checked(inline, with.checks()) : firstOf(path, with);
        return new PolicyBook(with.file(), with.record(), with.checks(), with.events(), with.clock(),
                Policy.of(first));
    }

    private static AccessPolicy firstOf(Path path, Opening with) {
        try {
            return checked(PolicyText.read(read(path)), with.checks());
        } catch (PolicyRefusedException broken) {
            AccessPolicy last = with.record().findLastGood().orElseThrow(() -> broken);
            log.error("{} cannot be used, the last good policy counts: {}", path, broken.getMessage());
            return last;
        }
    }

    private static AccessPolicy checked(AccessPolicy policy, List<PolicyCheck> checks) {
        List<String> problems = new ArrayList<>(PolicyProblems.of(policy));
        checks.forEach(check -> problems.addAll(check.problems(policy)));
        if (!problems.isEmpty()) {
            throw new PolicyRefusedException(problems);
        }
        return policy;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (MalformedInputException noText) {
            throw new PolicyRefusedException(List.of(path + " is no text in UTF-8."));
        } catch (IOException unreadable) {
            throw new PolicyRefusedException(List.of(path + " cannot be read: " + unreadable.getMessage() + "."));
        }
    }

    @Override
    public Policy get() {
        return current;
    }

    /// Which policy counts, and what was refused last.
    public PolicyState state() {
        Policy policy = current;
        AccessPolicy written = policy.written();
        String source = file.accessFile() == null ? "configuration" : file.accessFile().toString();
        return new PolicyState(policy.version(), source, since, written.roles().size(), written.teams().size(),
                written.projects().size() + written.workflows().size(), refused);
    }

    /// Looks at the file and takes what it says, if it says something new. The record comes first: a change that cannot
    /// be recorded does not count, and is tried again at the next look.
    public synchronized void reload() {
        Path path = file.accessFile();
        if (path == null) {
            return;
        }
        String content;
        try {
            content = read(path);
        } catch (PolicyRefusedException unreadable) {
            seen = "";
            refuse("unreadable", unreadable);
            return;
        }
        if (!content.equals(seen)) {
            take(content);
            seen = content;
        }
    }

    private void take(String content) {
        try {
            Policy next = Policy.of(checked(PolicyText.read(content), checks));
            record.adopt(next);
            refused = null;
            if (!next.version().equals(current.version())) {
                current = next;
                since = clock.instant();
                log.info("the access policy {} counts from now on", next.version());
                events.publishEvent(new PolicyChanged(next.version()));
            }
        } catch (PolicyRefusedException broken) {
            refuse(PolicyText.version(content), broken);
        }
    }

    private void refuse(String version, PolicyRefusedException broken) {
        record.refuse(version, broken.getMessage() == null ? "" : broken.getMessage());
        PolicyState.Refused before = refused;
        if (before == null || !before.problems().equals(broken.problems())) {
            refused = new PolicyState.Refused(clock.instant(), broken.problems());
            log.error("the access policy was refused, the last good one stays: {}", broken.getMessage());
        }
    }

    @Override
    public void start() {
        if (file.accessFile() == null) {
            record.adopt(current);
        } else {
            reload();
        }
        ScheduledExecutorService started = Executors
                .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("access-policy").factory());
        if (file.accessFile() != null) {
            long pause = file.accessPoll().toMillis();
            looking = started.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
        timer = started;
    }

    private void look() {
        try {
            reload();
        } catch (RuntimeException failure) {
            log.error("the access policy could not be looked at", failure);
        }
    }

    @Override
    public void stop() {
        if (looking != null) {
            looking.cancel(true);
            looking = null;
        }
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
