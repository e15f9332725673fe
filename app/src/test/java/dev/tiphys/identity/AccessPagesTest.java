package dev.tiphys.identity;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class AccessPagesTest {

    private final MockMvcTester portal;
    private final JdbcClient database;

    @Autowired
    AccessPagesTest(MockMvcTester portal, JdbcClient database) {
        this.portal = portal;
        this.database = database;
    }

    @BeforeEach
    void knowSomePeople() {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at) values
                    ('amara', 'amara', 'Amara Okafor', array['prod-approvers'], now()),
                    ('evil', '=cmd', '=HYPERLINK("http://evil")', array['platform-admins'], now()),
                    ('vera', 'vera', 'Vera Lindqvist', array['viewers'], now())
                on conflict do nothing
                """).update();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /access,                   NOBODY, 403
            /access,                   VIEWER, 200
            /access,                   DEVELOPER, 200
            /access,                   APPROVER, 200
            /access,                   PROVIDER, 200
            /access,                   ADMIN, 200
            /access?permission=approve&service=checkout&environment=prod-east, VIEWER, 200
            /access?permission=nonsense, VIEWER, 422
            /api/v1/access,            NOBODY, 403
            /api/v1/access,            VIEWER, 200
            /api/v1/access?permission=nonsense, VIEWER, 422
            /api/v1/access/review.csv, NOBODY, 403
            /api/v1/access/review.csv, VIEWER, 403
            /api/v1/access/review.csv, DEVELOPER, 403
            /api/v1/access/review.csv, PROVIDER, 403
            /api/v1/access/review.csv, APPROVER, 200
            /api/v1/access/review.csv, ADMIN, 200
            """)
    void eachSeesWhatTheirRoleGrants(String path, TestPeople who, int status) {
        assertThat(portal.get().uri(path).with(as(who))).hasStatus(status);
    }

    @Test
    void thePageNamesTheRuleAndWhoMay() {
        assertThat(portal.get().uri("/access?permission=approve&service=checkout&environment=prod-east")
                .with(as(TestPeople.DEVELOPER))).hasStatusOk().bodyText()
                .contains("role developer, like deployer", "services catalogue, checkout, payments", "own",
                        "no role of theirs grants it", "prod-approvers", "Amara Okafor (amara)", "shop-jobs",
                        "My access")
                .doesNotContain("Vera Lindqvist (vera)", "Export for review");
        assertThat(portal.get().uri("/access").with(as(TestPeople.ADMIN))).bodyText().contains("Export for review");
    }

    @Test
    void theApiAnswersTheSame() {
        assertThat(portal.get().uri("/api/v1/access?permission=approve&service=checkout&environment=prod-east")
                .with(as(TestPeople.APPROVER))).hasStatusOk().bodyJson().hasPathSatisfying("$.answer.allowed",
                        allowed -> assertThat(allowed).isEqualTo(true))
                .hasPathSatisfying("$.answer.rule",
                        rule -> assertThat(rule).isEqualTo("role approver, like approver"))
                .hasPathSatisfying("$.answer.people[*].username",
                        people -> assertThat(people).asArray().contains("amara").doesNotContain("vera"));
    }

    @Test
    void theReviewListsGroupsAndPeopleAndIsOnRecord() {
        assertThat(portal.get().uri("/api/v1/access/review.csv").with(as(TestPeople.ADMIN))).hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"access-review.csv\"").bodyText()
                .startsWith("\"permission\",\"service\"")
                .contains("\"view\",\"\",\"\",\"\",\"\",\"viewers\",\"role viewer, like viewer\",\"vera\"",
                        "\"provision\",\"\",\"\",\"pet-store\",\"\",\"pet-store-providers\"", "\"'=cmd\"",
                        "\"'=HYPERLINK(\"\"http://evil\"\")\"")
                .doesNotContain("\"=");
        assertThat(database.sql("select count(*) from audit_entry where code = 'access.reviewed'").query(Long.class)
                .single()).isPositive();
    }

    @Test
    void aManifestIsCheckedBeforeItIsSubmitted() {
        String good = "apiVersion: argoproj.io/v1alpha1\\nkind: Workflow\\nmetadata: {generateName: a-, namespace: "
                + "shop-jobs}\\nspec: {serviceAccountName: shop-runner}";
        assertThat(check(TestPeople.DEVELOPER, good)).contains("\"allowed\":true");
        assertThat(check(TestPeople.VIEWER, good)).contains("\"allowed\":false", "which viewer is not in");
        assertThat(check(TestPeople.DEVELOPER, good.replace("shop-jobs", "promotions"))).contains("\"allowed\":false",
                "promotions run there");
        assertThat(portal.post().uri("/api/v1/workflows/check").with(as(TestPeople.DEVELOPER))
                .with(SecurityMockMvcRequestPostProcessors.csrf()).contentType(MediaType.APPLICATION_JSON)
                .content("{}")).hasStatus(422);
    }

    private String check(TestPeople who, String manifest) {
        var result = portal.post().uri("/api/v1/workflows/check").with(as(who))
                .with(SecurityMockMvcRequestPostProcessors.csrf()).contentType(MediaType.APPLICATION_JSON)
                .content("{\"manifest\": \"" + manifest + "\"}").exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
