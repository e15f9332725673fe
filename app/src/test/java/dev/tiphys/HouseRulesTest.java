package dev.tiphys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.architecture.PassAccess;
import dev.tiphys.architecture.PortalClasses;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;

/// The rules of the house that a machine can keep.
@AnalyzeClasses(packages = "dev.tiphys", importOptions = PortalClasses.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule packagesAreNamedAfterFeaturesAndNotAfterLayers = noClasses().should().resideInAnyPackage(
            "..service..", "..services..", "..controller..", "..controllers..", "..repository..", "..dto..",
            "..common..", "..util..", "..utils..", "..impl..", "..model..", "..config..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIsAndNotThatItIsOne = noClasses().should()
            .haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto").orShould()
            .haveSimpleNameEndingWith("DTO").orShould().haveSimpleNameEndingWith("Util").orShould()
            .haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Helper").orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Autowired.class).orShould()
            .beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule configurationIsReadByRecords = classes().that()
            .areAnnotatedWith(ConfigurationProperties.class).should().beRecords();

    @ArchTest
    static final ArchRule pagesAskFacadesAndNotRepositories = noClasses().that().resideInAPackage("..web..").should()
            .dependOnClassesThat().areAssignableTo(Repository.class);

    @ArchTest
    static final ArchRule noEntityReachesAPage = noClasses().that().resideInAPackage("..web..").should()
            .dependOnClassesThat().areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule controllersAreNoPartOfAModulesApi = classes().that().areAnnotatedWith(Controller.class).or()
            .areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule whatDecidesKnowsOnlyTheJdkAndOurRecords = noClasses().that()
            .resideInAnyPackage("dev.tiphys.promotion.plan..", "dev.tiphys.promotion.compile..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..", "java.sql..",
                    "java.net.http..");

    @ArchTest
    static final ArchRule nothingKnowsTheAuditLog = noClasses().that().resideOutsideOfPackage("dev.tiphys.audit..")
            .should().dependOnClassesThat().resideInAPackage("dev.tiphys.audit..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().that().resideOutsideOfPackage("dev.tiphys.tryout..")
            .should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule everyHandlerThatChangesSomethingPassesTheDoor = methods().that(PassAccess.changeSomething())
            .should(PassAccess.passTheDoor()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule whoAsksForARightNamesTheAction = noClasses().that()
            .resideOutsideOfPackage("dev.tiphys.identity..").should()
            .callMethod(Access.class, "may", Person.class, Permission.class, Scope.class).orShould()
            .callMethod(Access.class, "require", Person.class, Permission.class, Scope.class).orShould()
            .callMethod(Access.class, "mayAnywhere", Person.class, Permission.class).orShould()
            .callMethod(Access.class, "requireAnywhere", Person.class, Permission.class);

    @ArchTest
    static final ArchRule loggersAreConstants = fields().that().haveRawType(org.slf4j.Logger.class).should()
            .beStatic().andShould().beFinal().andShould().bePrivate();
}
