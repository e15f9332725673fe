package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSets.ApplicationSet;
import dev.tiphys.argo.cd.ApplicationSets.Ignored;
import dev.tiphys.argo.cd.Clusters.Cluster;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.identity.PolicyChanged;
import dev.tiphys.identity.ServiceClaim;
import dev.tiphys.identity.ServiceClaims;

class FleetLedgerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private ServiceClaims claims = (argoCd, project, service) -> project.equals("shop")
            ? ServiceClaim.trusted("shop")
            : ServiceClaim.refused("its project " + project + " does not belong to shop");
    private final FleetLedger ledger = new FleetLedger(List.of(Fleets.DEV, Fleets.STAGE, Fleets.PROD_EAST),
            List.of("main"), (argoCd, project, service) -> claims.judge(argoCd, project, service),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void knowTheClusters() {
        ledger.clustersListed("main", List.of(Fleets.cluster("dev", Map.of("environment", "dev")),
                Fleets.cluster("east-1",
                        Map.of("environment", "prod", "region", "us-east-1", "cloud-provider", "aws"))));
    }

    @Test
    void findsTheServiceAndThePlaceOfAnApplicationByLabels() {
        ledger.listed("main", List.of(Fleets.checkout("east-1", "v4"), Fleets.checkout("dev", "v5")));
        assertThat(ledger.snapshot().applicationsOf("checkout")).extracting(FleetApplication::environment)
                .containsExactly("dev", "prod-east");
        assertThat(ledger.snapshot().applicationsOf("checkout")).extracting(FleetApplication::version)
                .containsExactly("v5", "v4");
    }

    @Test
    void knowsWhichApplicationSetPutsBackWhatIsChanged() {
        ledger.listed("main", List.of(Fleets.checkout("east-1", "v4"), Fleets.checkout("dev", "v5")));
        assertThat(reversion("checkout-dev")).isEqualTo(Reversion.UNKNOWN);

        ledger.setsListed("main", List.of(new ApplicationSet("checkout", Set.of("checkout-dev"), List.of()),
                new ApplicationSet("other", Set.of("checkout-east-1"),
                        List.of(new Ignored("", List.of("/spec/source/kustomize"), List.of())))));
        assertThat(reversion("checkout-dev")).isEqualTo(Reversion.CERTAIN);
        assertThat(reversion("checkout-east-1")).isEqualTo(Reversion.NEVER);

        ledger.setsListed("main", List.of());
        assertThat(reversion("checkout-dev")).isEqualTo(Reversion.NEVER);
    }

    private Reversion reversion(String application) {
        FleetView fleet = ledger.snapshot();
        return fleet.reversionOf(fleet.findApplication(application).orElseThrow());
    }

    @Test
    void readsTheVersionOfTheRunningImageWhereNoOverrideIsSet() {
        Source plain = new Source("https://git/shop", "checkout", "", "main", List.of(), Map.of());
        Map<String, String> image = Map.of("tiphys.dev/image", "registry.example:5000/checkout");
        ledger.listed("main", List.of(Fleets.application("checkout", "dev", plain, image,
                List.of("registry.example:5000/checkout:v4", "envoy:1.30"))));
        assertThat(ledger.snapshot().findApplication("checkout-dev")).get().returns("v4", FleetApplication::version);
    }

    @Test
    void tellsNoVersionWhileOldAndNewPodsRunSideBySide() {
        Source plain = new Source("https://git/shop", "checkout", "", "main", List.of(), Map.of());
        ledger.listed("main",
                List.of(Fleets.application("checkout", "dev", plain, Map.of("tiphys.dev/image", "r/checkout"),
                        List.of("r/checkout:v4", "r/checkout:v5"))));
        assertThat(ledger.snapshot().findApplication("checkout-dev")).get().returns("", FleetApplication::version);
    }

    @Test
    void forgetsWhatAListNoLongerHoldsAndSaysWhichServicesChanged() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        assertThat(ledger.drainChanges()).containsExactly("checkout");
        ledger.listed("main", List.of());
        assertThat(ledger.snapshot().services()).isEmpty();
        assertThat(ledger.drainChanges()).containsExactly("checkout");
        assertThat(ledger.drainChanges()).isEmpty();
    }

    @Test
    void keepsWhatItKnewOfASourceThatFellSilent() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        ledger.interrupted("main",
                new ArgoException.Unavailable("argocd main", "watch applications", "connection refused",
                        "See whether Argo CD runs.", null, null));
        assertThat(ledger.snapshot().services()).containsExactly("checkout");
        assertThat(ledger.snapshot().sources()).singleElement().returns(false, FleetSource::isReachable).returns(NOW,
                FleetSource::asOf);
    }

    @Test
    void marksApplicationsOfAClusterThatWentAway() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        Cluster gone = new Cluster("dev", "https://dev", Map.of("environment", "dev"), "", "Failed", "timeout", NOW, 1);
        ledger.clustersListed("main", List.of(gone));
        assertThat(ledger.snapshot().findApplication(ApplicationRef.parse("shop/checkout-dev"))).get().returns(false,
                FleetApplication::reachable);
    }

    @Test
    void givesTheSameSnapshotUntilSomethingChanges() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        FleetView first = ledger.snapshot();
        assertThat(ledger.snapshot()).isSameAs(first);
        ledger.changed("main", Fleets.checkout("dev", "v5"));
        assertThat(ledger.snapshot()).isNotSameAs(first);
        assertThat(first.findApplication("checkout-dev")).get().returns("v4", FleetApplication::version);
    }

    @Test
    void leavesWhoClaimsAServiceFromAForeignProjectOutOfIt() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4"), Fleets.claimedFrom("default", "checkout", "dev")));
        assertThat(ledger.snapshot().applicationsOf("checkout")).extracting(one -> one.ref().project())
                .containsExactly("shop");
        assertThat(ledger.snapshot().claimsOf("checkout")).singleElement().returns("", FleetApplication::team)
                .satisfies(one -> assertThat(one.distrust()).contains("project default does not belong to shop"));
        assertThat(ledger.snapshot().applications()).hasSize(2);
    }

    @Test
    void aServiceThatIsOnlyClaimedIsNone() {
        ledger.listed("main", List.of(Fleets.claimedFrom("default", "checkout", "dev")));
        assertThat(ledger.snapshot().services()).isEmpty();
    }

    @Test
    void theTeamComesFromConfigurationAndNotFromTheLabel() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        assertThat(ledger.snapshot().applicationsOf("checkout")).extracting(FleetApplication::team)
                .containsExactly("shop");
    }

    @Test
    void aChangedPolicyIsAppliedToWhatIsKnown() {
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4")));
        claims = (argoCd, project, service) -> ServiceClaim.refused("nobody is trusted");
        ledger.judgeAgain(new PolicyChanged("v2"));
        assertThat(ledger.snapshot().services()).isEmpty();
        assertThat(ledger.drainChanges()).containsExactly("checkout");
    }

    @Test
    void aServiceThatTwoTeamsHoldWithEqualRightBelongsToNobody() {
        claims = (argoCd, project, service) -> ServiceClaim.trusted(project);
        ledger.listed("main", List.of(Fleets.checkout("dev", "v4"), Fleets.claimedFrom("other", "checkout", "dev")));
        assertThat(ledger.snapshot().services()).isEmpty();
        assertThat(ledger.snapshot().claimsOf("checkout")).hasSize(2)
                .allSatisfy(one -> assertThat(one.distrust()).contains("the teams other and shop"));
    }
}
