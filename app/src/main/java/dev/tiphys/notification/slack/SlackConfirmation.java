package dev.tiphys.notification.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;

/// Has the sign-in service confirm who decides in Slack, as it confirms who decides on a page.
@Component
class SlackConfirmation implements DisposableBean {

    /// Slack waits three seconds for its answer, and may have been asked about the account before.
    private static final Duration AT_ONCE = Duration.ofMillis(1200);

    private final Confirmation confirmation;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    SlackConfirmation(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    /// The person as they are now; empty when the sign-in service takes longer than Slack would wait.
    Optional<Person> quickly(Person person, Scope scope) {
        Future<Person> answer = asking.submit(() -> patiently(person, scope));
        try {
            return Optional.of(answer.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Never within a transaction.
    Person patiently(Person person, Scope scope) {
        return confirmation.require(person, Permission.APPROVE, scope);
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
