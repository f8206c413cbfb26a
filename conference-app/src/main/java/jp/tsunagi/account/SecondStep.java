package jp.tsunagi.account;

/** What an officer must show besides the password. Answered by the module that keeps second factors. */
public interface SecondStep {

    /** What is still missing after the right password. */
    enum Asked {
        NOTHING,
        /** A second factor that is there. */
        PROOF,
        /** The setting up of one: the officer must have one and has none. */
        SET_UP
    }

    /** What is asked of this officer, with the roles of this moment. */
    Asked asked(Officer officer);

    /** Whether somebody may sign in by a passkey, without a password. */
    boolean takesPasskeys();
}
