package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.Person;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

/// An order before its workflow: who is asked, what becomes void, whose quota is used up.
@PortalTest
class OrderLifeTest {

    private final Catalog catalog;
    private final Orders orders;
    private final InstanceActions actions;
    private final Instances instances;
    private final RunProgress progress;
    private final LineKeeper keeper;
    private final WaitingOrders waiting;
    private final ExactOrders exact;
    private final FiledOrders filed;
    private final Approvals approvals;
    private final LineStore lines;
    private final QuotaOfReceivers receivers;
    private final Person developer = person(TestPeople.DEVELOPER, "shop", "payments");
    private final Person admin = person(TestPeople.ADMIN, "platform");

    @Autowired
    OrderLifeTest(Catalog catalog, Orders orders, InstanceActions actions, Instances instances, RunProgress progress,
            LineKeeper keeper, WaitingOrders waiting, ExactOrders exact, FiledOrders filed, Approvals approvals,
            LineStore lines, QuotaOfReceivers receivers) {
        this.catalog = catalog;
        this.orders = orders;
        this.actions = actions;
        this.instances = instances;
        this.progress = progress;
        this.keeper = keeper;
        this.waiting = waiting;
        this.exact = exact;
        this.filed = filed;
        this.approvals = approvals;
        this.lines = lines;
        this.receivers = receivers;
    }

    private static Person person(TestPeople who, String... teams) {
        Person person = who.person();
        return new Person(person.subject(), person.username(), person.name(), person.groups(), Set.of(teams),
                person.signedInBy());
    }

    @BeforeEach
    void offer() {
        offer(Pets.item("approval: {always: true, actions: [delete]}"));
    }

    private void offer(Item... items) {
        Pets.offer(catalog, items);
    }

    private InstanceId order(String name) {
        return order(name, "shop");
    }

    private InstanceId order(String name, String team) {
        return orders.order("pet-store", "pet", new OrderWish(name, team, Map.of("species", "Fish")), developer);
    }

    private Instance get(InstanceId id) {
        return instances.get(id, developer);
    }

    private ApprovalView request(InstanceId id, ApprovalSubject.Kind kind) {
        String run = instances.runs(id, developer).getFirst().id().toString();
        return approvals.find(new ApprovalSubject(kind, id.toString(), run)).orElseThrow();
    }

    private ApprovalView request(InstanceId id) {
        return request(id, ApprovalSubject.Kind.CATALOG_ORDER);
    }

    private void end(InstanceId id) {
        progress.ended(instances.runs(id, developer).getFirst(), true, "");
    }

    @Test
    void theApproverReadsExactlyWhatWouldBeMadeAndAgrees() {
        InstanceId id = order("Asked");
        assertThat(get(id).status()).isEqualTo(InstanceStatus.WAITING_FOR_APPROVAL);
        ApprovalView request = request(id);
        assertThat(request.wish().title()).isEqualTo("New Virtual pet Asked for shop");
        assertThat(request.wish().risk()).isEqualTo("The provider wants each order approved.");
        assertThat(request.wish().changes()).extracting(change -> change.what() + " " + change.to())
                .contains("item pet-store/pet 1.3", "species Fish")
                .anyMatch(text -> text.startsWith("template pet-create @"));
        assertThat(exact.get(id, admin).manifest()).contains("pet-create", "Fish");
        assertThat(lines.find(instances.runs(id, developer).getFirst().id()).orElseThrow().state())
                .isEqualTo(TurnState.APPROVAL);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> approvals.decide(request.id(), Approvals.Word.APPROVE, "", developer));

        approvals.decide(request.id(), Approvals.Word.APPROVE, "", admin);

        assertThat(get(id).status()).isEqualTo(InstanceStatus.PROVISIONING);
        Turn turn = lines.find(instances.runs(id, developer).getFirst().id()).orElseThrow();
        assertThat(turn.state()).isEqualTo(TurnState.ADMITTED);
        assertThat(turn.approved()).isTrue();
        progress.ended(instances.runs(id, developer).getFirst(), false, "no room");
        actions.retry(id, developer);
        assertThat(get(id).status()).as("what was approved is not asked for again")
                .isEqualTo(InstanceStatus.PROVISIONING);
    }

    @Test
    void aRejectedOrderLeavesNothingAndItsNameIsFree() {
        InstanceId id = order("Rejected");
        approvals.decide(request(id).id(), Approvals.Word.REJECT, "too many fish", admin);

        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETED);
        assertThat(get(id).reason()).isEqualTo("Rejected by The admin: too many fish");
        assertThat(order("Rejected")).isNotEqualTo(id);
    }

    @Test
    void anActionThatIsAskedForLeavesTheInstanceAsItIs() {
        InstanceId id = order("Kept");
        approvals.decide(request(id).id(), Approvals.Word.APPROVE, "", admin);
        end(id);
        actions.run(id, "delete", Map.of(), "Kept", developer);

        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(instances.whyNot(get(id), "feed", developer)).contains("delete waits");
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> actions.run(id, "feed", Map.of("meal", "kibble"), "", developer));
        approvals.decide(request(id, ApprovalSubject.Kind.ACTION).id(), Approvals.Word.REJECT, "no", admin);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(get(id).lastReason()).contains("Rejected by");
        assertThat(instances.whyNot(get(id), "feed", developer)).isEmpty();
    }

    @Test
    void whatHasToBeAgreedToIsNotPutOffBesides() {
        offer(Pets.item("approval: {actions: [delete]}\ngrace: 7d"));
        InstanceId id = order("Graceful");
        end(id);
        actions.run(id, "delete", Map.of(), "Graceful", developer);
        approvals.decide(request(id, ApprovalSubject.Kind.ACTION).id(), Approvals.Word.APPROVE, "", admin);
        end(id);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETED);
    }

    @Test
    void whenTheProviderChangesSomethingTheRequestIsVoid() {
        Map<String, Item> changes = Map.of(
                "template", Pets.item("approval: {always: true, actions: [delete]}", "1.4", "published", ""),
                "sheet", Pets.item("approval: {always: true, price-above: 1}"),
                "lifecycle", Pets.item("approval: {always: true, actions: [delete]}", "1.3", "deprecated", ""));
        changes.forEach((what, item) -> {
            offer();
            InstanceId id = order("Void " + what);
            offer(item);
            keeper.look();

            assertThat(request(id).state()).as(what).isEqualTo(ApprovalState.VOID);
            assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETED);
            assertThat(get(id).reason()).as(what).containsPattern("has (changed|deprecated|taken).*Nothing was begun");
        });
        offer();
        InstanceId unheard = order("Void unheard");
        ApprovalView request = request(unheard);
        offer(Pets.item("approval: {always: true, price-above: 1}"));
        approvals.decide(request.id(), Approvals.Word.APPROVE, "", admin);
        assertThat(get(unheard).status()).as("what is approved must be what there is")
                .isEqualTo(InstanceStatus.DELETED);
    }

    @Test
    void anOrderCanBeWithdrawn() {
        InstanceId id = order("Withdrawn");
        waiting.withdraw(id, developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETED);
        assertThat(request(id).state()).isEqualTo(ApprovalState.VOID);
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> waiting.withdraw(id, developer));
    }

    @Test
    void ofManyOrdersAtOnceOnlyTheQuotaIsTaken() throws Exception {
        offer(Pets.item("quota: {per-team: 3}"));
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> wishes = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        try {
                            return !order("Seat " + number, "payments").toString().isEmpty();
                        } catch (Refusal.Invalid full) {
                            assertThat(full.fields().get("team")).contains("3 of 3");
                            return false;
                        }
                    }).toList();
            int got = 0;
            for (Future<Boolean> wish : people.invokeAll(wishes)) {
                got += wish.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(3);
        }
        assertThat(receivers.whyNot(get(order("Seat to give", "shop")), "payments")).contains("3 of 3");
        assertThat(receivers.whyNot(get(order("Seat to keep", "shop")), "platform")).isEmpty();
        offer(Pets.item("quota: {per-team: 3}\napproval: {beyond-quota: true}"));
        InstanceId beyond = order("Seat beyond", "payments");
        assertThat(get(beyond).status()).isEqualTo(InstanceStatus.WAITING_FOR_APPROVAL);
        assertThat(request(beyond).wish().risk()).contains("quota of 3");
    }

    @Test
    void theProviderRulesTheNames() {
        offer(Pets.item("names: {pattern: \"[a-z]+\", message: Lower-case letters.}"));
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> order("Upper"))
                .satisfies(invalid -> assertThat(invalid.fields()).containsEntry("name", "Lower-case letters."));
        assertThat(order("lower")).isNotNull();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        offer(Pets.item("title: Pet"));
        String file = "kind: Order\nitem: pet-store/pet\nteam: shop\nname: Filed\ninputs: {species: Dog, colour: red}\n";
        FiledOrders.Applied first = filed.apply(file, developer).getFirst();
        assertThat(first.result()).isEqualTo("ordered");
        InstanceId id = new InstanceId(first.instance().id());
        assertThat(filed.apply(file, developer).getFirst().result()).isEqualTo("unchanged");
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> filed.apply(file.replace("red", "blue"), developer));
        end(id);
        assertThat(filed.apply(file.replace("red", "blue"), developer).getFirst().result()).isEqualTo("updated");
        end(id);
        assertThat(filed.apply(file.replace("red", "blue"), developer).getFirst().result()).isEqualTo("unchanged");
        assertThat(instances.runs(id, developer)).hasSize(2);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> filed.apply(file.replace("Dog", "Fish"), developer))
                .satisfies(invalid -> assertThat(invalid.fields()).containsOnlyKeys("order 1: inputs.species"));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> filed.apply(file.replace("Filed", "Half") + "---\n" + file.replace("Dog", "Cow")
                        .replace("Filed", "Other"), developer));
        assertThat(instances.list(new InstanceFilter("", "", "Half", ""), new dev.tiphys.web.PageAsk(0, 5), developer)
                .items()).as("all of a file or nothing").isEmpty();
    }
}
