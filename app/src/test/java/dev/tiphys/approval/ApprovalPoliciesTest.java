package dev.tiphys.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import dev.tiphys.approval.ApprovalSubject.Kind;
import dev.tiphys.identity.AccessPolicy;
import dev.tiphys.identity.Scope;
import dev.tiphys.testing.DemoPolicy;

class ApprovalPoliciesTest {

    private static ApprovalPolicies policies(String... lines) {
        MockEnvironment environment = new MockEnvironment();
        for (String line : lines) {
            environment.setProperty("tiphys.approvals.policies" + line.substring(0, line.indexOf('=')),
                    line.substring(line.indexOf('=') + 1));
        }
        List<String> problems = ApprovalPolicies.problems(properties(environment).policies(), DemoPolicy.read());
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return new ApprovalPolicies(properties(environment), environment);
    }

    private static ApprovalProperties properties(MockEnvironment environment) {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.afterPropertiesSet();
        return Binder.get(environment).bindOrCreate("tiphys.approvals",
                Bindable.of(ApprovalProperties.class),
                new ValidationBindHandler(validator));
    }

    private static Scope checkout(String environment) {
        return Scope.service("checkout", "payments").in(environment);
    }

    @Test
    void theFirstPolicyThatFitsCounts() {
        ApprovalPolicies policies = policies("[0].name=checkout", "[0].services=check*", "[0].environments=prod-east",
                "[1].name=gates", "[1].kinds=promotion-gate", "[1].environments=prod-*", "[2].name=rest");

        assertThat(policies.of(Kind.PROMOTION_GATE, checkout("prod-east")).name()).isEqualTo("checkout");
        assertThat(policies.of(Kind.PROMOTION_GATE, checkout("prod-west")).name()).isEqualTo("gates");
        assertThat(policies.of(Kind.HOLD_OVERRIDE, checkout("prod-west")).name()).isEqualTo("rest");
    }

    @Test
    void whatIsNotSaidFitsOnlyAPolicyForEverything() {
        ApprovalPolicies policies = policies("[0].name=shop", "[0].teams=shop", "[1].name=pets",
                "[1].kinds=catalog-order");

        assertThat(policies.of(Kind.CATALOG_ORDER, Scope.provider("pet-store")).name()).isEqualTo("pets");
        assertThat(policies.of(Kind.PROMOTION_GATE, Scope.service("search", null).in("prod-east")).name())
                .isEqualTo("default");
    }

    @Test
    void withoutAPolicyOneOtherPersonMustAgreeWithinAWeek() {
        ApprovalPolicy policy = policies().of(Kind.PROMOTION_GATE, checkout("prod-east"));

        assertThat(policy.needs()).isEqualTo(new Quorum(1, List.of()));
        assertThat(policy.expiry()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.reminderAfter()).isEqualTo(Duration.ofHours(84));
        assertThat(policy.escalationAfter()).isEqualTo(Duration.ofMinutes(7 * 24 * 48));
        assertThat(policy.slackMode().word()).isEqualTo("link");
    }

    @Test
    void anEmptySetOfApproversIsAnErrorAndNeverAnybody() {
        assertThatThrownBy(() -> policies("[0].name=production", "[0].groups="))
                .hasMessageContaining("policies[0].groups is empty");
        AccessPolicy withoutAdmins = new AccessPolicy(Map.of(),
                Map.of("approver", Objects.requireNonNull(DemoPolicy.read().roles().get("approver"))), List.of(),
                List.of());
        MockEnvironment moon = new MockEnvironment().withProperty("tiphys.approvals.policies[0].name", "nobody")
                .withProperty("tiphys.approvals.policies[0].environments", "moon");
        assertThat(ApprovalPolicies.problems(properties(moon).policies(), withoutAdmins)).singleElement().asString()
                .contains("policies[0] (nobody)").contains("nobody could ever decide");
        assertThatThrownBy(() -> policies("[0].name=odd", "[0].environments=prod-*", "[0].groups=viewers"))
                .hasMessageContaining("no role grants approve there to the group viewers");
        assertThatThrownBy(() -> policies("[0].name=odd", "[0].environments=prod-*", "[0].escalate-to=shop-team"))
                .hasMessageContaining("the group shop-team");
    }

    @Test
    void aQuorumOfNobodyIsRefused() {
        assertThatThrownBy(() -> policies("[0].name=production", "[0].quorum=0")).isInstanceOf(BindException.class);
        assertThatThrownBy(() -> policies("[0].name=production", "[0].expiry=0s"))
                .rootCause().hasMessageContaining("must give people some time");
    }
}
