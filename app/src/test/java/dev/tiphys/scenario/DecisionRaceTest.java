package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScenarioTest
class DecisionRaceTest {

    private static final int MANY = 100;

    private final Story story;

    @Autowired
    DecisionRaceTest(Story story) {
        this.story = story;
    }

    @Test
    void ofAHundredDecisionsAtOnceOneCountsAndTheOthersHearWhichOne() throws Exception {
        String id = story.developer().started("payments", "v5-raced", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        List<Http.Answer> answers = atOnce(number -> story.as(number % 2 == 0 ? "approver" : "admin")
                .approval(id, "prod-east", number % 3 == 0 ? "reject" : "approve", "number " + number));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).hasSize(MANY - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                    assertThat(answer.detail()).isNotBlank();
                });
        assertThat(story.as("admin").http().get("/audit?size=500&target=" + id).good().path("items").valueStream()
                .filter(row -> row.path("outcome").asString().equals("DONE"))
                .filter(row -> row.path("code").asString().matches("promotion\\.approval-(approve|reject)")))
                .hasSize(1);
        story.developer().ended(id);
    }

    private interface Attempt {

        Http.Answer make(int number);
    }

    private static List<Http.Answer> atOnce(Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Http.Answer>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                int number = i;
                Callable<Http.Answer> one = () -> {
                    start.await();
                    return attempt.make(number);
                };
                all.add(threads.submit(one));
            }
            start.countDown();
        }
        List<Http.Answer> answers = new ArrayList<>();
        for (Future<Http.Answer> each : all) {
            answers.add(each.get());
        }
        return answers;
    }
}
