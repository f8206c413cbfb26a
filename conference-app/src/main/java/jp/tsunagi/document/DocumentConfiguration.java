package jp.tsunagi.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads fonts and templates once, at start: what cannot be used stops the start. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    PaperFonts paperFonts() {
        return new PaperFonts(TemplateFiles.standard());
    }

    @Bean
    PrintableCharacters printableCharacters(PaperFonts fonts) {
        return new PrintableCharacters(fonts);
    }

    @Bean
    CaseReviewFormPrinter caseReviewFormPrinter(PaperFonts fonts) {
        return new CaseReviewFormPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    ConveningNoticePrinter conveningNoticePrinter(PaperFonts fonts) {
        return new ConveningNoticePrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    AgendaPrinter agendaPrinter(PaperFonts fonts) {
        return new AgendaPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    InformationSheetPrinter informationSheetPrinter(PaperFonts fonts) {
        return new InformationSheetPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    OutcomeRecordPrinter outcomeRecordPrinter(PaperFonts fonts) {
        return new OutcomeRecordPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    SharingReportPrinter sharingReportPrinter(PaperFonts fonts) {
        return new SharingReportPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    RecordViewsPrinter recordViewsPrinter(PaperFonts fonts) {
        return new RecordViewsPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    SupportPlanPrinter supportPlanPrinter(PaperFonts fonts) {
        return new SupportPlanPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    PersonPlanPrinter personPlanPrinter(PaperFonts fonts) {
        return new PersonPlanPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    HandOverPrinter handOverPrinter(PaperFonts fonts) {
        return new HandOverPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    MemoPrinter memoPrinter(PaperFonts fonts) {
        return new MemoPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    CourtStatementPrinter courtStatementPrinter(PaperFonts fonts) {
        return new CourtStatementPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    ChildNotificationPrinter childNotificationPrinter(PaperFonts fonts) {
        return new ChildNotificationPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    OneStopListPrinter oneStopListPrinter(PaperFonts fonts) {
        return new OneStopListPrinter(fonts, TemplateFiles.standard());
    }

    @Bean
    DeletionCertificatePrinter deletionCertificatePrinter(PaperFonts fonts) {
        return new DeletionCertificatePrinter(fonts, TemplateFiles.standard());
    }
}
