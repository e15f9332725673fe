package dev.tiphys.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/// The portal as `mvn spring-boot:run` starts it, with a fleet and a database of its own, on free ports and in a hurry.
/// Classes with this annotation share it, so each test promotes versions that no other test speaks of.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {"server.port=0",
        "tiphys.sandbox.data=temporary", "tiphys.sandbox.speed=40"})
@ActiveProfiles("sandbox")
@Import(Story.class)
@interface ScenarioTest {
}
