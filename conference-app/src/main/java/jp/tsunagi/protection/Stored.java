package jp.tsunagi.protection;

/** A record that is kept as one document and written as a whole. */
public interface Stored {

    /** Identifier of the document. */
    String id();

    /** Zero when first written, and one more at each write. */
    long version();

    /** Whose data key seals it: a case id, or {@link CaseKeys#HUB} for what belongs to no case. */
    String keyOwner();
}
