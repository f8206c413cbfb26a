package jp.tsunagi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hub: one executable that carries a case conference from request to outcome record. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tsunagi {

    public static void main(String[] args) {
        SpringApplication.run(Tsunagi.class, args);
    }
}
