package dev.tiphys.catalog;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import dev.tiphys.identity.Person;
import dev.tiphys.web.LiveTopics;
import dev.tiphys.web.Refusal;

/// Begins the action on one instance after the other, each in a transaction of its own together with its mark: after a
/// crash it goes on where it was, and nothing is begun twice.
@Component
class BulkWork {

    private final BulkStore store;
    private final InstanceActions actions;
    private final InstanceQueries queries;
    private final TransactionOperations transactions;
    private final LiveTopics topics;
    private final Clock clock;

    BulkWork(BulkStore store, InstanceActions actions, InstanceQueries queries, TransactionOperations transactions,
            LiveTopics topics, Clock clock) {
        this.store = store;
        this.actions = actions;
        this.queries = queries;
        this.transactions = transactions;
        this.topics = topics;
        this.clock = clock;
    }

    void work(UUID id) {
        store.find(id).flatMap(bulk -> store.findOrder(id).map(order -> new Job(id, bulk.action(),
                OnBehalf.read(order.onBehalf()), order.inputs()))).ifPresent(job -> {
                    store.open(id).forEach(instance -> act(job, instance));
                    store.end(id, clock.instant());
                    topics.publish("catalog-bulk-" + id);
                });
    }

    private record Job(UUID bulk, String action, Person person, Map<String, String> values) {}

    private void act(Job job, UUID instance) {
        try {
            transactions.executeWithoutResult(status -> {
                if (store.settle(job.bulk(), instance, Bulk.Step.BEGUN, "")) {
                    actions.run(new InstanceId(instance), job.action(), job.values(), name(job, instance),
                            job.person());
                    store.note(job.bulk(), instance);
                }
            });
        } catch (Refusal refusal) {
            store.settle(job.bulk(), instance, Bulk.Step.REFUSED, refusal.reason());
        }
        topics.publish("catalog-bulk-" + job.bulk());
    }

    // Who deletes many has confirmed their number.
    private String name(Job job, UUID instance) {
        return job.action().equals(Item.DELETE) ? queries.find(instance).map(Instance::name).orElse("") : "";
    }
}
