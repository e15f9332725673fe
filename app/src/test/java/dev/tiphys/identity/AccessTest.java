package dev.tiphys.identity;

import static dev.tiphys.identity.Permission.ADMINISTER;
import static dev.tiphys.identity.Permission.APPROVE;
import static dev.tiphys.identity.Permission.AUDIT;
import static dev.tiphys.identity.Permission.OPERATE;
import static dev.tiphys.identity.Permission.PROMOTE;
import static dev.tiphys.identity.Permission.PROVISION;
import static dev.tiphys.identity.Permission.VIEW;
import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.NOBODY;
import static dev.tiphys.testing.TestPeople.PROVIDER;
import static dev.tiphys.testing.TestPeople.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tiphys.identity.AccessPolicy.Effect;
import dev.tiphys.identity.AccessPolicy.Grant;
import dev.tiphys.identity.AccessPolicy.Role;
import dev.tiphys.testing.DemoPolicy;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

class AccessTest {

    private static final Scope CHECKOUT_IN_DEV = Scope.service("checkout", "shop").in("dev");
    private static final Scope CHECKOUT_IN_PROD = Scope.service("checkout", "shop").in("prod-east");

    private final Access demo = new Access(() -> Policy.of(DemoPolicy.read()));

    @ParameterizedTest
    @EnumSource(Permission.class)
    void grantsNothingByDefault(Permission permission) {
        assertThat(demo.may(NOBODY.person(), permission, CHECKOUT_IN_DEV).rule()).isEqualTo("nothing by default");
        assertThat(demo.mayAnywhere(NOBODY.person(), permission)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = TestPeople.class, names = "NOBODY", mode = EnumSource.Mode.EXCLUDE)
    void letsEveryDemoUserView(TestPeople who) {
        assertThat(demo.may(who.person(), VIEW, CHECKOUT_IN_PROD).allowed()).isTrue();
        assertThat(demo.may(who.person(), VIEW, Scope.portal()).allowed()).isTrue();
    }

    @Test
    void letsTheDeveloperPromoteOwnServicesEverywhereAndApproveNothing() {
        Person developer = DEVELOPER.person();
        assertThat(demo.may(developer, PROMOTE, CHECKOUT_IN_DEV).allowed()).isTrue();
        assertThat(demo.may(developer, PROMOTE, CHECKOUT_IN_PROD).allowed()).isTrue();
        assertThat(demo.may(developer, OPERATE, Scope.service("payments", null).in("stage")).allowed()).isTrue();
        assertThat(demo.may(developer, PROMOTE, Scope.service("ingress-nginx", "platform").in("dev")).allowed())
                .isFalse();
        assertThat(demo.mayAnywhere(developer, APPROVE)).isFalse();
        assertThat(demo.mayAnywhere(developer, AUDIT)).isFalse();
    }

    @Test
    void letsTheApproverApproveInProductionOnly() {
        assertThat(demo.may(APPROVER.person(), APPROVE, CHECKOUT_IN_PROD).allowed()).isTrue();
        assertThat(demo.may(APPROVER.person(), APPROVE, CHECKOUT_IN_DEV).allowed()).isFalse();
        assertThat(demo.may(APPROVER.person(), PROMOTE, CHECKOUT_IN_PROD).allowed()).isFalse();
    }

    @Test
    void letsTheProviderProvisionTheirOwnItemsOnly() {
        assertThat(demo.may(PROVIDER.person(), PROVISION, Scope.provider("pet-store")).allowed()).isTrue();
        assertThat(demo.may(PROVIDER.person(), PROVISION, Scope.provider("databases")).allowed()).isFalse();
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        Verdict own = demo.may(ADMIN.person(), APPROVE, CHECKOUT_IN_PROD.requestedBy("admin"));
        assertThat(own).isInstanceOf(Verdict.Denied.class);
        assertThat(own.rule()).isEqualTo("four eyes");
        assertThat(demo.may(ADMIN.person(), APPROVE, CHECKOUT_IN_PROD.requestedBy("developer")).allowed()).isTrue();
        assertThat(demo.may(ADMIN.person(), ADMINISTER, Scope.portal()).allowed()).isTrue();
    }

    @Test
    void refusesWithTheNameOfTheRule() {
        assertThatThrownBy(() -> demo.require(VIEWER.person(), PROMOTE, CHECKOUT_IN_PROD))
                .isInstanceOf(Refusal.NotAllowed.class)
                .hasMessage("viewer may not promote checkout in prod-east: no role of theirs grants it.");
        assertThat(demo.may(DEVELOPER.person(), PROMOTE, CHECKOUT_IN_DEV).rule())
                .isEqualTo("role developer, like deployer");
    }

    @Test
    void aRuleThatDeniesWins() {
        Access access = access(grant(Effect.ALLOW, Set.of("*")), grant(Effect.DENY, Set.of("prod-*")));
        assertThat(access.may(DEVELOPER.person(), PROMOTE, CHECKOUT_IN_DEV).allowed()).isTrue();
        assertThat(access.may(DEVELOPER.person(), PROMOTE, CHECKOUT_IN_PROD).reason()).contains("forbids it");
    }

    @Test
    void aLimitedGrantDoesNotAnswerABroaderQuestion() {
        Access access = access(grant(Effect.ALLOW, Set.of("dev")));
        assertThat(access.may(DEVELOPER.person(), PROMOTE, Scope.service("checkout", null)).allowed()).isFalse();
        assertThat(access.mayAnywhere(DEVELOPER.person(), PROMOTE)).isTrue();
    }

    @Test
    void patternsMatchAnywhereInAName() {
        Access access = access(grant(Effect.ALLOW, Set.of("*-east-*")));
        Scope checkout = Scope.service("checkout", null);
        assertThat(access.may(DEVELOPER.person(), PROMOTE, checkout.in("prod-east-1")).allowed()).isTrue();
        assertThat(access.may(DEVELOPER.person(), PROMOTE, checkout.in("prod-east")).allowed()).isFalse();
    }

    @Test
    void aTokenLendsOnlyWhatItWasMadeFor() {
        Person byToken = new Person("admin", "admin", "Admin", ADMIN.person().groups(), Set.of(),
                new SignedInBy.Token("ci", Set.of(VIEW)));
        assertThat(demo.may(byToken, VIEW, CHECKOUT_IN_DEV).allowed()).isTrue();
        assertThat(demo.may(byToken, PROMOTE, CHECKOUT_IN_DEV).rule()).isEqualTo("token scope");
        assertThat(demo.mayAnywhere(byToken, PROMOTE)).isFalse();
    }

    private static Access access(Grant... grants) {
        Role role = Role.granting(Set.of("shop-team"), List.of(grants));
        Policy policy = Policy.of(new AccessPolicy(Map.of(), Map.of("tester", role), List.of(), List.of()));
        return new Access(() -> policy);
    }

    private static Grant grant(Effect effect, Set<String> environments) {
        Set<String> any = Set.of("*");
        return new Grant(null, effect, Set.of(PROMOTE), any, any, environments, any);
    }
}
