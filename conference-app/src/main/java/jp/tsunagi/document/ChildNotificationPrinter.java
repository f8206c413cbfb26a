package jp.tsunagi.document;

import static jp.tsunagi.document.FormField.flowing;
import static jp.tsunagi.document.FormField.line;

import java.util.Set;

/** Prints a notification about children. Safe for use by several threads. */
public final class ChildNotificationPrinter {

    static final String TEMPLATE = "pdf/child-notification.yml";

    private static final String DRAFT = "DRAFT";
    private static final String CONFIDENTIAL = "CONFIDENTIAL";

    static final FormFields FIELDS = FormFields.of(
                    line("recipient"),
                    line("matter"),
                    line("madeOn"),
                    flowing("who"),
                    flowing("situation"),
                    flowing("now"),
                    line("replyTo"))
            .saying("ABUSE", "INFORMATION", DRAFT, CONFIDENTIAL);

    private final FormLayout layout;

    ChildNotificationPrinter(PaperFonts fonts, TemplateFiles files) {
        layout = new FormLayout(fonts, files, TEMPLATE, FIELDS);
    }

    /** PDF/A-2a and PDF/UA-1. @throws UnprintableCharacterException if no font has a character */
    public byte[] print(ChildNotification notification) {
        PaperContent content = new PaperContent(Set.of())
                .text("recipient", notification.recipient())
                .text("matter", layout.word(notification.matter()))
                .text("madeOn", PaperTexts.day(notification.madeOn()))
                .text("who", notification.who())
                .text("situation", notification.situation())
                .text("now", notification.now())
                .text("replyTo", notification.replyTo());
        String mark = layout.word(notification.madeOn() == null ? DRAFT : CONFIDENTIAL);
        return layout.print(content, false, mark, "通し番号 " + notification.serial());
    }
}
