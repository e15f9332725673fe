package dev.tiphys;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The portal.
@SpringBootApplication
public class TiphysApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TiphysApplication.class, arguments);
    }
}
