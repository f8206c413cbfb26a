package jp.tsunagi.conference;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;

/** A request that another text took the place of: no word that was typed is lost. */
record FormerRequest(
        Request request,
        @Classified(FieldClass.OPERATION) AccountId writer,
        @Classified(FieldClass.OPERATION) Instant replacedAt) {}
