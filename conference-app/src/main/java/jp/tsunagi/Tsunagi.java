package jp.tsunagi;

import jp.tsunagi.audit.VerifyAudit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The hub: one executable that carries a case conference from request to outcome record. With {@code verify-audit} as its
 * first argument it verifies the audit instead, and ends.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tsunagi {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyAudit.COMMAND)) {
            System.exit(VerifyAudit.run(args, System.out));
        }
        SpringApplication.run(Tsunagi.class, args);
    }
}
