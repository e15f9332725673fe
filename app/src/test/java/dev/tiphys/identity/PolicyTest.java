package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tiphys.testing.DemoPolicy;

class PolicyTest {

    private static final String GOOD = """
            teams:
              shop: [shop-team]
            roles:
              deployer:
                groups: [shop-team]
                like: deployer
                services: ["check*"]
              approver:
                groups: [approvers]
                grants:
                  - permissions: [approve]
                    environments: ["prod-*"]
            projects:
              - team: shop
                projects: [shop]
            workflows:
              - team: shop
                namespaces: [shop-jobs]
                service-accounts: [shop-runner]
            """;

    @Test
    void isReadFromYamlAndWrittenSoThatItCanBeReadAgain() {
        AccessPolicy policy = PolicyText.read(GOOD);
        assertThat(PolicyProblems.of(policy)).isEmpty();
        assertThat(PolicyText.read(PolicyText.write(policy))).isEqualTo(policy);
        AccessPolicy demo = DemoPolicy.read();
        assertThat(PolicyProblems.of(demo)).isEmpty();
        assertThat(PolicyText.read(PolicyText.write(demo))).isEqualTo(demo);
    }

    @Test
    void hasTheSameVersionHoweverItIsLaidOut() {
        AccessPolicy other = PolicyText.read("# the same\n" + GOOD.replace("[shop-team]", "\n      - shop-team"));
        assertThat(Policy.of(other).version()).isEqualTo(Policy.of(PolicyText.read(GOOD)).version());
        AccessPolicy more = PolicyText.read(GOOD.replace("[approvers]", "[approvers, more]"));
        assertThat(Policy.of(more).version()).isNotEqualTo(Policy.of(PolicyText.read(GOOD)).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [approve]          | [aprove]          | "aprove" is not one of view, promote
            environments:      | enviroments:      | There is no key tiphys.access.roles.approver.grants[0].enviroments
            like: deployer     | like: deploier    | there is no ready-made role "deploier"
            [approvers]        | []                | roles.approver.groups names no group
            [approvers]        | [""]              | roles.approver.groups names no group
            [approvers]        | ["*"]             | groups are names, not patterns
            ["prod-*"]         | []                | environments is empty
            ["prod-*"]         | ["prod-?"]        | "prod-?" is no pattern
            ["prod-*"]         | ["prod-**"]       | "prod-**" is no pattern
            ["check*"]         | ["^check.*$"]     | "^check.*$" is no pattern
            team: shop         | team: shap        | there is no team "shap"
            [shop-jobs]        | ["*"]             | workflows[0].namespaces: "*" is no name
            [shop-runner]      | []                | workflows[0].service-accounts is empty
            [approve]          | []                | roles.approver.grants[0] names no permission
            """)
    void isRefusedWithTheReason(String right, String wrong, String reason) {
        assertThatThrownBy(() -> {
            List<String> problems = PolicyProblems.of(PolicyText.read(GOOD.replace(right, wrong)));
            throw new PolicyRefusedException(problems);
        }).isInstanceOf(PolicyRefusedException.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            ''                  | It is empty
            'roles: [a, b'      | It is no YAML
            'a: &a [*a]'        | It uses anchors and aliases
            'x: 1'              | There is no key tiphys.access.x
            """)
    void textThatIsNoPolicyIsRefused(String text, String reason) {
        assertThatThrownBy(() -> PolicyText.read(text)).isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void severalDocumentsAreRefused() {
        assertThatThrownBy(() -> PolicyText.read(GOOD + "---\n" + GOOD)).hasMessageContaining("several documents");
    }

    @Test
    void aServiceAndANamespaceHaveOneOwner() {
        AccessPolicy twice = PolicyText.read(GOOD.replace("shop: [shop-team]", "shop: [shop-team]\n  pay: [pay-team]")
                .replace("projects: [shop]", "projects: [shop]\n    services: [checkout]\n  - team: pay\n"
                        + "    projects: [pay]\n    services: [checkout]")
                + "  - team: pay\n    namespaces: [shop-jobs]\n    service-accounts: [pay]\n");
        assertThat(PolicyProblems.of(twice)).anyMatch(problem -> problem.contains("A service has one owner"))
                .anyMatch(problem -> problem.contains("the namespace shop-jobs is named twice"));
    }

    @Test
    void theDifferenceIsSaidInWords() {
        AccessPolicy before = PolicyText.read(GOOD);
        AccessPolicy after = PolicyText.read(GOOD.replace("[approvers]", "[lead-approvers]").replace("check*", "*")
                + "  - team: shop\n    namespaces: [more]\n    service-accounts: [more]\n");
        assertThat(PolicyDifference.between(before, after)).contains(
                "role approver changed, groups +lead-approvers -approvers",
                "role deployer changed, services +* -check*", "tie of workflows added");
    }

    @ParameterizedTest
    @EnumSource(ReadyMadeRole.class)
    void aReadyMadeRoleGrantsWhatItSaysWithinItsLimits(ReadyMadeRole like) {
        AccessPolicy policy = PolicyText.read("""
                roles:
                  some:
                    groups: [some]
                    like: %s
                    services: [checkout]
                    environments: [dev]
                    providers: [pets]
                """.formatted(like.word()));
        Policy compiled = Policy.of(policy);
        Access access = new Access(() -> compiled);
        Person person = new Person("p", "p", "P", Set.of("some"), Set.of(), new SignedInBy.Browser());
        Scope inside = new Scope("checkout", "shop", "dev", "pets", null);
        for (Permission permission : Permission.values()) {
            assertThat(access.may(person, permission, inside).allowed()).as(permission.word())
                    .isEqualTo(like.permissions().contains(permission));
            assertThat(access.may(person, permission, inside.in("prod")).allowed()).isFalse();
        }
        assertThat(PolicyProblems.of(policy)).isEmpty();
    }

    @Test
    void patternsNeverTakeLong() {
        String pattern = "a*".repeat(200) + "b";
        assertThat(Glob.matches(pattern, "a".repeat(5000))).isFalse();
        assertThat(Glob.matches("*a*b*", "xxaxxbxx")).isTrue();
        assertThat(Glob.matches("prod-*", "prod")).isFalse();
        assertThat(Glob.matches("*", "")).isTrue();
    }
}
