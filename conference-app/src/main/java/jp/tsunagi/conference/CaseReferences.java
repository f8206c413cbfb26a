package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.eq;

import java.util.Optional;
import jp.tsunagi.audit.CaseByReference;
import org.springframework.stereotype.Component;

/** Leads auditors from the reference on a paper to the entries of its case. */
@Component
class CaseReferences implements CaseByReference {

    private final Conferences conferences;

    CaseReferences(Conferences conferences) {
        this.conferences = conferences;
    }

    @Override
    public Optional<String> caseOf(String reference) {
        return conferences.list(eq("reference", CaseSearch.reference(reference)), 0, 1).stream()
                .findFirst()
                .map(conference -> conference.caseId().value());
    }
}
