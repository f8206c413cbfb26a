package jp.tsunagi.conference;

import java.util.Objects;
import jp.tsunagi.account.Officer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The bar that names a conference, and its tabs, for the pages that other modules have below {@code /c/{id}/}. */
@Component
public class ConferenceBar {

    private final ConferencePage page;

    ConferenceBar(ConferencePage page) {
        this.page = page;
    }

    /**
     * Fills the model with what the bar shows.
     *
     * @return the case of the conference
     * @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist for this officer
     */
    public String show(String id, Officer officer, Model model) {
        Object caseId = page.show(id, officer, model).projection().shown().get("caseId");
        return Objects.requireNonNull(caseId, "Whoever knows a conference knows its case by number")
                .toString();
    }
}
