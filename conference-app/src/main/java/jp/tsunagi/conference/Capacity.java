package jp.tsunagi.conference;

/** As what somebody takes part who comes for no agency of the directory. */
public enum Capacity {
    /** Her attending doctor (主治医), or somebody of the same clinic. */
    ATTENDING_DOCTOR,
    /** Interpreter, of a language or of signs (通訳・手話通訳). */
    INTERPRETER,
    /** Whom she wants beside her (本人の支援者). */
    SUPPORTER,
    /** Anybody else, such as a lawyer she knows. */
    OTHER
}
