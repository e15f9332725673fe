package dev.tiphys.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

import dev.tiphys.TiphysApplication;

/// What is compiled together with the portal: neither its libraries nor any test, wherever the build puts them.
public final class PortalClasses implements ImportOption {

    private static final String ROOT = TiphysApplication.class.getProtectionDomain().getCodeSource().getLocation()
            .getPath();

    @Override
    public boolean includes(Location location) {
        return location.contains(ROOT);
    }

    public static DescribedPredicate<JavaClass> others() {
        return DescribedPredicate.describe("not the portal's",
                type -> type.getSource().filter(source -> source.getUri().getPath().startsWith(ROOT)).isEmpty());
    }
}
