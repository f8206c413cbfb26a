package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.page.Words;
import org.springframework.stereotype.Component;

/**
 * Says in plain sentences what she agrees to, for whoever records it to read before it counts. She is never named.
 */
@Component
class ConsentSentences {

    private final Words words;

    ConsentSentences(Words words) {
        this.words = words;
    }

    /** What is agreed to; the address is left out unless she named an agency that may have it. */
    List<String> of(Consent agreed) {
        List<String> sentences = new ArrayList<>();
        String end = words.date(agreed.validUntil());
        boolean shares = agreed.purposes().contains(Consent.Purpose.SHARE)
                && !agreed.currentRecipients().isEmpty();
        if (!shares) {
            boolean meets = agreed.purposes().contains(Consent.Purpose.HOLD_CONFERENCE);
            sentences.add(words.text(meets ? "consent.sentence.nobody" : "consent.sentence-nobody", end));
        } else {
            Set<String> left = new LinkedHashSet<>();
            left.add(words.text("consent.sentence.address"));
            agreed.withheld().stream()
                    .filter(entry -> entry.exceptRecipients().isEmpty())
                    .forEach(entry -> left.add(entry.item().strip()));
            sentences.add(words.text("consent.sentence", agencies(agreed.currentRecipients()), listed(left), end));
        }
        for (Consent.Withheld entry : agreed.withheld()) {
            if (!entry.exceptRecipients().isEmpty()) {
                sentences.add(words.text(
                        "consent.sentence.withheld",
                        entry.item().strip(),
                        listed(entry.exceptRecipients().stream()
                                .map(words::agency)
                                .toList())));
            }
        }
        for (Consent.LocationPermission permission : agreed.locationRecipients()) {
            if (shares && agreed.currentRecipients().contains(new AgencyCode(permission.agency()))) {
                sentences.add(
                        words.text("consent.sentence.location", words.agency(permission.agency()), permission.need()));
            }
        }
        agreed.conditions()
                .forEach(condition -> sentences.add(words.text("consent.sentence.condition", condition.text())));
        sentences.add(purposes(agreed));
        return sentences;
    }

    /** What it may be used for, in the order in which she is asked. */
    String purposes(Consent agreed) {
        return words.text(
                "consent.sentence.purposes",
                listed(agreed.purposes().stream()
                        .sorted()
                        .map(purpose -> words.label("purpose", purpose))
                        .toList()));
    }

    private String agencies(Set<AgencyCode> codes) {
        return codes.stream()
                .map(code -> words.agency(code.value()))
                .sorted()
                .collect(Collectors.joining(words.text("list.and")));
    }

    private String listed(Iterable<String> items) {
        return String.join(words.text("list.comma"), items);
    }
}
