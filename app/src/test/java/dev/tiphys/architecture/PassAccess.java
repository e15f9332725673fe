package dev.tiphys.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

import dev.tiphys.identity.Access;

/// Follows the calls of a handler: somewhere on the way it must ask `Access`.
public final class PassAccess {

    private static final List<Class<? extends java.lang.annotation.Annotation>> CHANGES = List.of(PostMapping.class,
            PutMapping.class, PatchMapping.class, DeleteMapping.class);

    private PassAccess() {
    }

    public static DescribedPredicate<JavaMethod> changeSomething() {
        return DescribedPredicate.describe("change something",
                method -> CHANGES.stream().anyMatch(method::isAnnotatedWith));
    }

    public static ArchCondition<JavaMethod> passTheDoor() {
        return new ArchCondition<>("ask Access on their way") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = reachesAccess(method);
                events.add(new SimpleConditionEvent(method, asks,
                        method.getFullName() + (asks ? " asks" : " never asks") + " Access"));
            }
        };
    }

    private static boolean reachesAccess(JavaCodeUnit start) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (unit.getOwner().isEquivalentTo(Access.class)) {
                return true;
            }
            if (seen.add(unit)) {
                calls(unit).forEach(open::push);
            }
        }
        return false;
    }

    /// What is called, and for an interface also what implements it.
    private static Stream<JavaCodeUnit> calls(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream().map(JavaMethodCall::getTarget)
                .filter(target -> target.getOwner().getPackageName().startsWith("dev.tiphys"))
                .flatMap(target -> Stream
                        .concat(Stream.of(target.getOwner()), target.getOwner().getAllSubclasses().stream())
                        .flatMap(owner -> named(owner, target.getName())));
    }

    private static Stream<JavaCodeUnit> named(JavaClass owner, String name) {
        return owner.getMethods().stream().filter(method -> method.getName().equals(name))
                .map(JavaCodeUnit.class::cast);
    }
}
