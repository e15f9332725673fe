package dev.tiphys.architecture;

import java.net.URI;

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
        return isOfThePortal(location.asURI());
    }

    public static DescribedPredicate<JavaClass> others() {
        return DescribedPredicate.describe("not the portal's",
                type -> type.getSource().filter(source -> isOfThePortal(source.getUri())).isEmpty());
    }

    // A class within a jar has an opaque address, without a path.
    private static boolean isOfThePortal(URI source) {
        return source.getPath() != null && source.getPath().startsWith(ROOT);
    }
}
