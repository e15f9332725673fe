package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.identity.AccessPolicy.ProjectTie;
import dev.tiphys.testing.DemoPolicy;

class ServiceOwnersTest {

    private static final Set<String> ANY = Set.of("*");

    private final ServiceOwners demo = new ServiceOwners(DemoPolicy.read().projects());

    @Test
    void theNarrowestPatternNamesTheOwner() {
        assertThat(demo.judge("main", "shop", "checkout").team()).isEqualTo("payments");
        assertThat(demo.judge("main", "shop", "catalogue").team()).isEqualTo("shop");
        assertThat(demo.judge("main", "platform", "ingress-nginx").team()).isEqualTo("platform");
    }

    @Test
    void aForeignProjectIsNotTrusted() {
        ServiceClaim hostile = demo.judge("main", "platform", "checkout");
        assertThat(hostile.isTrusted()).isFalse();
        assertThat(hostile.team()).isEmpty();
        assertThat(hostile.distrust()).isEqualTo("its project platform does not belong to payments, to whom checkout is"
                + " tied");
        assertThat(demo.judge("main", "default", "checkout").isTrusted()).isFalse();
        assertThat(demo.judge("main", "shop-evil", "checkout").isTrusted()).isFalse();
        assertThat(demo.judge("main", "default", "something").isTrusted()).isFalse();
    }

    @Test
    void withoutTiesNobodyIsTrusted() {
        assertThat(new ServiceOwners(List.of()).judge("main", "shop", "checkout").distrust())
                .contains("tiphys.access.projects");
    }

    @Test
    void aTieMayHoldForOneArgoCdOnly() {
        ServiceOwners owners = new ServiceOwners(
                List.of(new ProjectTie("shop", Set.of("shop-*"), Set.of("main"), ANY)));
        assertThat(owners.judge("main", "shop-eu", "checkout").isTrusted()).isTrue();
        assertThat(owners.judge("lab", "shop-eu", "checkout").isTrusted()).isFalse();
    }

    @Test
    void aServiceThatNoPatternNamesHasNoOwner() {
        ServiceOwners owners = new ServiceOwners(
                List.of(new ProjectTie("shop", Set.of("shop"), ANY, Set.of("checkout"))));
        assertThat(owners.judge("main", "shop", "basket").distrust()).contains("no team is tied to a service of the"
                + " name basket");
    }
}
