package dev.tiphys;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import dev.tiphys.identity.EmergencyCommand;

/// The portal.
@SpringBootApplication
@ConfigurationPropertiesScan
public class TiphysApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(EmergencyCommand.NAME)) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(EmergencyCommand.run(rest, System.out, System.err));
        }
        SpringApplication.run(TiphysApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
