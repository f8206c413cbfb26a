package jp.tsunagi.integration.hub;

import com.google.crypto.tink.KeysetHandle;

/**
 * The private keyset with which the hub reads what agencies send; a bean of the application.
 *
 * @param privateKeyset HPKE keys, see {@link jp.tsunagi.integration.contract.PayloadEncryption#newPrivateKeyset()}
 */
public record HubKeyset(KeysetHandle privateKeyset) {}
