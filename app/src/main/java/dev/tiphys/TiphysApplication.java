package dev.tiphys;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The portal.
@SpringBootApplication
@ConfigurationPropertiesScan
public class TiphysApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TiphysApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
