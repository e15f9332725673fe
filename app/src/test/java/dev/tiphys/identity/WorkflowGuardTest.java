package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.testing.DemoPolicy;
import dev.tiphys.web.Refusal;

class WorkflowGuardTest {

    private static final Policy DEMO = Policy.of(DemoPolicy.read());
    private static final Person SHOP = person("shop-team");
    private static final Person BOTH = person("shop-team", "payments-team");
    private static final Person PROVIDER = person("pet-store-providers");
    private static final Person VIEWER = person("viewers");

    private static final String GOOD = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata:
              generateName: report-
              namespace: shop-jobs
            spec:
              serviceAccountName: shop-runner
              entrypoint: main
              templates:
                - name: main
                  container: {image: alpine, command: [date]}
            """;

    private final WorkflowGuard guard = new WorkflowGuard(new Access(() -> DEMO), () -> DEMO,
            List.of(new ReservedNamespace("promotions", "promotions run there")));

    private static Person person(String... groups) {
        return new Person("p", "p", "P", Set.of(groups), DEMO.teamsOf(Set.of(groups)), new SignedInBy.Browser());
    }

    private String reasons(Person person, String manifest) {
        return String.join(" ", guard.check(person, manifest).reasons());
    }

    @Test
    void aTeamSubmitsInItsNamespaceAsItsServiceAccount() {
        WorkflowVerdict verdict = guard.check(SHOP, GOOD);
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.namespace()).isEqualTo("shop-jobs");
        assertThat(guard.require(SHOP, GOOD)).isEqualTo("shop-jobs");
    }

    @Test
    void withoutNamespaceItRunsInTheTeamsDefault() {
        String manifest = GOOD.replace("  namespace: shop-jobs\n", "");
        assertThat(guard.check(SHOP, manifest)).returns(true, WorkflowVerdict::allowed).returns("shop-jobs",
                WorkflowVerdict::namespace);
        assertThat(reasons(BOTH, manifest)).contains("payments-jobs, shop-jobs. Name one");
        assertThat(reasons(VIEWER, manifest)).contains("gives p none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            promotions    | Nobody submits workflows to promotions
            payments-jobs | belongs to team payments, which p is not in
            pet-store     | belongs to team pet-store, which p is not in
            kube-system   | to no team
            '{{x}}'       | must be a plain name
            """)
    void foreignNamespacesAreRefused(String namespace, String reason) {
        assertThat(reasons(SHOP, GOOD.replace("shop-jobs", "'" + namespace + "'"))).contains(reason);
    }

    @Test
    void aProviderSubmitsInItsOwnNamespaceOnly() {
        String pets = GOOD.replace("shop-jobs", "pet-store").replace("shop-runner", "pet-store-runner");
        assertThat(reasons(PROVIDER, pets)).isEmpty();
        assertThat(reasons(PROVIDER, GOOD)).contains("belongs to team shop");
        assertThat(reasons(person("platform-admins"), pets)).contains("which p is not in");
    }

    @Test
    void withoutServiceAccountItWouldRunAsDefault() {
        assertThat(reasons(SHOP, GOOD.replace("  serviceAccountName: shop-runner\n", "")))
                .isEqualTo("It names no service account, so it would run as default. In shop-jobs team shop has"
                        + " shop-runner.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"      serviceAccountName: promoter", "      executor: {serviceAccountName: promoter}",
            "      serviceAccount: promoter", "      podSpecPatch: '{\"serviceAccountName\": \"promoter\"}'",
            "      podSpecPatch: 'serviceAccountName: promoter'",
            "      podSpecPatch: '{\"service\\u0041ccountName\": \"promoter\"}'",
            "      inline: {serviceAccountName: promoter}",
            "      steps: [[{name: a, inline: {executor: {serviceAccountName: promoter}}}]]",
            "      hooks: {exit: {template: x, serviceAccountName: promoter}}"})
    void anotherServiceAccountIsFoundAtEveryLevel(String line) {
        assertThat(reasons(SHOP, GOOD + line + "\n")).contains("the service account promoter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"      serviceaccountname: promoter", "      ServiceAccountName: promoter",
            "      service_account_name: promoter", "      service-account-name: promoter",
            "      \u017ferviceAccountName: promoter", "      podspecpatch: '{}'", "      Executor: {}",
            "      podSpecPatch: '{\"SERVICEACCOUNTNAME\": \"promoter\"}'", "      \"serviceAccountName \": promoter"})
    void anotherSpellingIsNoWayThrough(String line) {
        assertThat(reasons(SHOP, GOOD + line + "\n")).contains("exactly so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"      serviceAccountName: '{{workflow.parameters.sa}}'",
            "      podSpecPatch: '{\"a\": \"{{inputs.parameters.x}}\"}'", "      podSpecPatch: '{{=patch}}'",
            "      podSpecPatch: 'just words'", "      podSpecPatch: {serviceAccountName: promoter}",
            "      podSpecPatch: \"a: &x {}\\nb: *x\"", "      serviceAccountName: [promoter]",
            "      serviceAccountName: 7"})
    void whatCannotBeDecidedIsRefused(String line) {
        assertThat(guard.check(SHOP, GOOD + line + "\n").allowed()).isFalse();
    }

    @Test
    void aliasesMergeKeysTagsAndSeveralDocumentsAreRefused() {
        assertThat(reasons(SHOP, GOOD.replace("container:", "container: &c").replace("&c {", "&c\n        {")))
                .contains("anchors and aliases");
        assertThat(reasons(SHOP, GOOD + "      <<: {serviceAccountName: promoter}\n")).contains("merge key");
        assertThat(reasons(SHOP, GOOD + "      x: !!binary aGk=\n")).contains("tag");
        assertThat(reasons(SHOP, GOOD + "---\n" + GOOD.replace("shop-jobs", "promotions"))).contains("one");
        assertThat(reasons(SHOP, "- ".repeat(5000) + "x")).contains("levels deep");
        assertThat(reasons(SHOP, GOOD.replace("spec:", "7: c\nspec:"))).contains("no text");
        assertThat(reasons(SHOP, GOOD + "spec: {serviceAccountName: promoter}\n")).isNotEmpty();
        assertThat(reasons(SHOP, "")).contains("no Kubernetes object");
        assertThat(reasons(SHOP, "x".repeat(2_000_000))).contains("longer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClusterWorkflowTemplate", "Pod", "List", "workflow", "''"})
    void otherKindsAreRefused(String kind) {
        assertThat(reasons(SHOP, GOOD.replace("kind: Workflow", "kind: " + kind))).contains("It must be a Workflow");
    }

    @Test
    void aScheduleAndATemplateAreLookedIntoToo() {
        String cron = """
                apiVersion: argoproj.io/v1alpha1
                kind: CronWorkflow
                metadata: {name: nightly, namespace: shop-jobs}
                spec:
                  schedules: ["0 3 * * *"]
                  workflowMetadata: {labels: {team: shop}}
                  workflowSpec:
                    serviceAccountName: shop-runner
                    workflowTemplateRef: {name: report}
                """;
        assertThat(reasons(SHOP, cron)).isEmpty();
        assertThat(reasons(SHOP, cron.replace("shop-runner", "promoter"))).contains("promoter");
        assertThat(reasons(SHOP, cron.replace("    serviceAccountName: shop-runner\n", ""))).contains("as default");
        assertThat(reasons(SHOP, cron.replace("{team: shop}", "{tiphys.dev/promotion: x}")))
                .contains("set by the portal");
        assertThat(reasons(SHOP, cron.replace("{labels: {team: shop}}", "{namespace: promotions}")))
                .contains("the namespace promotions beside its own");
        String template = GOOD.replace("kind: Workflow", "kind: WorkflowTemplate")
                .replace("  serviceAccountName: shop-runner\n", "");
        assertThat(reasons(SHOP, template)).isEmpty();
        assertThat(reasons(SHOP, template + "      serviceAccountName: promoter\n")).contains("promoter");
    }

    @Test
    void locksOfOtherNamespacesAreRefused() {
        assertThat(reasons(SHOP, GOOD + "      synchronization: {mutexes: [{name: x, namespace: promotions}]}\n"))
                .contains("the namespace promotions beside its own");
    }

    @Test
    void aTokenThatDoesNotLendItSubmitsNothing() {
        Person token = new Person("p", "p", "P", SHOP.groups(), SHOP.teams(),
                new SignedInBy.Token("ci", Set.of(Permission.VIEW)));
        assertThatThrownBy(() -> guard.require(token, GOOD)).isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("API token");
    }

    @Test
    void labelsThatOnlyLookAlikeAreNoProblem() {
        assertThat(reasons(SHOP, GOOD.replace("  namespace: shop-jobs",
                "  namespace: shop-jobs\n  labels: {Kind: report, Namespace: x}"))).isEmpty();
    }
}
