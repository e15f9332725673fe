package dev.tiphys;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /// Those are libraries of the portal with packages of their own, not modules of it.
    private static final DescribedPredicate<JavaClass> LIBRARIES = JavaClass.Predicates
            .resideInAnyPackage("dev.tiphys.argo..", "dev.tiphys.steps..", "dev.tiphys.sandbox..",
                    "dev.tiphys.testing..");

    @Test
    void eachModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(TiphysApplication.class, LIBRARIES).verify();
    }
}
