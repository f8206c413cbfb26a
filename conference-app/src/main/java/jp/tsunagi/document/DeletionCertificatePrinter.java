package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.line;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** Prints certificates of deletion. Safe for use by several threads. */
public final class DeletionCertificatePrinter {

    static final String TEMPLATE = "pdf/deletion-certificate.yml";

    private static final String RESTORED = "RESTORED";
    private static final String DRAFT_REFERENCE = "draft:";

    static final FormFields FIELDS = FormFields.of(
                    line("reference"),
                    line("endedOn"),
                    line("ground"),
                    line("proposed"),
                    line("confirmed"),
                    line("destroyed"),
                    line("effect"),
                    line("entry"),
                    line("documents"),
                    line("restored"))
            .with(Map.of(
                    "conferences", List.of(line("conference"), line("number"), line("agency"), line("submittedOn"))))
            .saying("PERIOD_OVER", "HER_WISH", "DRAFT", "RETURNED", RESTORED);

    private final FormLayout layout;

    DeletionCertificatePrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(DeletionCertificate certificate) {
        PaperContent content = new PaperContent(Set.of())
                .text("reference", certificate.reference())
                .text("endedOn", PaperTexts.day(certificate.endedOn()))
                .text("ground", layout.word(certificate.ground()))
                .text("proposed", by(certificate.proposedBy(), certificate.proposedAt()))
                .text("confirmed", by(certificate.confirmedBy(), certificate.decidedAt()))
                .text("destroyed", time(certificate.keyDestroyedAt()))
                .text("effect", PaperTexts.day(certificate.takesEffectOn()))
                .text("entry", certificate.auditEntry() + "番")
                .text("documents", certificate.documents() + "件")
                .text("restored", certificate.restored() ? layout.word(RESTORED) : null)
                .list(
                        "conferences",
                        certificate.conferences().stream()
                                .map(one -> PaperContent.line()
                                        .text("conference", reference(one.reference()))
                                        .text("number", PaperTexts.ordinal(one.number()))
                                        .text("agency", one.agency())
                                        .text("submittedOn", PaperTexts.day(one.submittedOn())))
                                .toList());
        return layout.print(content, certificate.edition());
    }

    private static @Nullable String reference(String reference) {
        return reference.startsWith(DRAFT_REFERENCE) ? null : reference;
    }

    private static @Nullable String by(@Nullable String name, @Nullable LocalDateTime at) {
        return name == null ? null : at == null ? name : name + "　" + time(at);
    }

    private static String time(LocalDateTime at) {
        return EraDates.format(at.toLocalDate()) + " " + PaperTexts.HOUR_AND_MINUTE.format(at);
    }
}
