package jp.tsunagi.casefile;

/** How she was asked, or told (design.md, values). */
public enum ConsentMethod {
    FACE_TO_FACE,
    PHONE,
    WRITTEN,
    INTERPRETED
}
