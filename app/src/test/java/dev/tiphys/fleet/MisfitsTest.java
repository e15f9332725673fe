package dev.tiphys.fleet;

import static dev.tiphys.fleet.Fleets.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Clusters.Cluster;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.identity.ServiceClaim;

class MisfitsTest {

    private static final Environment PROD = new Environment("prod", 3, Map.of("environment", "prod"), List.of(), false,
            1, Duration.ofSeconds(1));

    private static List<Misfit> misfits(List<Environment> environments, List<Cluster> clusters,
            ApplicationSummary... applications) {
        FleetLedger ledger = new FleetLedger(environments, List.of("main"),
                (argoCd, project, service) -> ServiceClaim.trusted("shop"), Clock.systemUTC());
        ledger.clustersListed("main", clusters);
        ledger.listed("main", List.of(applications));
        return Misfits.of(ledger.snapshot());
    }

    private static ApplicationSummary unlabelled(String name, String cluster) {
        return new ApplicationSummary(ApplicationRef.of("shop", name), Map.of(), Map.of(), cluster,
                "https://" + cluster, "shop", Source.NONE, false, false, "Synced", "", "Healthy", "", null, null,
                List.of(), null, false);
    }

    @Test
    void whatHasItsPlaceIsNoMisfit() {
        assertThat(misfits(List.of(Fleets.DEV), List.of(cluster("dev", Map.of("environment", "dev"))),
                Fleets.checkout("dev", "v4"))).isEmpty();
    }

    @Test
    void aClusterOutsideOfAllIsToldTheLabelOfTheNearest() {
        List<Misfit> found = misfits(List.of(Fleets.DEV, Fleets.STAGE, Fleets.PROD_EAST),
                List.of(cluster("new", Map.of("environment", "prod", "region", "eu-west-1"))),
                Fleets.checkout("new", "v4"));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("no-environment");
            assertThat(one.mend()).isEqualTo("region=us-east-1");
            assertThat(one.problem()).contains("it would lie in prod-east.").contains("1 Application lies in none");
        });
    }

    @Test
    void aClusterInTwoEnvironmentsIsToldWhichLabelToTakeAway() {
        List<Misfit> found = misfits(List.of(PROD, Fleets.PROD_EAST),
                List.of(cluster("east", Map.of("environment", "prod", "region", "us-east-1"))));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("two-environments");
            assertThat(one.mend()).isEqualTo("region-");
            assertThat(one.problem()).contains("prod and prod-east").contains("it counts as prod,");
        });
    }

    @Test
    void anApplicationOfNoServiceIsToldTheLabelThatItsNameSuggests() {
        List<Misfit> found = misfits(List.of(Fleets.DEV), List.of(cluster("dev", Map.of("environment", "dev"))),
                unlabelled("search-dev", "dev"));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("no-service");
            assertThat(one.mend()).isEqualTo("tiphys.dev/service=search");
        });
    }

    @Test
    void anApplicationOnAnUnknownClusterLiesNowhere() {
        assertThat(misfits(List.of(Fleets.DEV), List.of(), Fleets.checkout("gone", "v4"))).singleElement()
                .extracting(Misfit::code).isEqualTo("no-cluster");
    }
}
