package jp.tsunagi.retention;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.ShreddedLedger;
import jp.tsunagi.protection.ShreddedLedger.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Forgets again, before the first page is served and the first message is read, what an old copy of the database has brought
 * back. Where this fails the hub does not start.
 */
@Component
class ShreddingReplay implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShreddingReplay.class);

    private final ShreddedLedger ledger;
    private final CaseKeys keys;
    private final Erasing erasing;

    ShreddingReplay(ShreddedLedger ledger, CaseKeys keys, Erasing erasing) {
        this.ledger = ledger;
        this.keys = keys;
        this.erasing = erasing;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Line> shredded =
                ledger.lines().stream().collect(Collectors.toMap(Line::caseId, Function.identity()));
        for (String caseId : keys.notSwept(shredded.keySet())) {
            erasing.replay(Objects.requireNonNull(shredded.get(caseId)));
            LOG.info("The case {} had been shredded, and is again", caseId);
        }
    }
}
