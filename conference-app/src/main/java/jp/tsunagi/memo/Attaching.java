package jp.tsunagi.memo;

import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Service;

/** Takes a file in: looked at, made anew without what it says of people and places, sealed. Then a memo may have it. */
@Service
class Attaching {

    static final int LARGEST_MB = 10;
    static final int LARGEST = LARGEST_MB * 1024 * 1024;

    private static final String ATTACH = "memo.attach";

    private final MemoDesk desk;
    private final AttachmentTypes types;
    private final AttachmentScanner scanner;
    private final Pictures pictures;
    private final OfficeFiles officeFiles;
    private final Attachments attachments;
    private final Acts acts;

    Attaching(
            MemoDesk desk,
            AttachmentTypes types,
            AttachmentScanner scanner,
            Pictures pictures,
            OfficeFiles officeFiles,
            Attachments attachments,
            Acts acts) {
        this.desk = desk;
        this.types = types;
        this.scanner = scanner;
        this.pictures = pictures;
        this.officeFiles = officeFiles;
        this.attachments = attachments;
        this.acts = acts;
    }

    /**
     * Takes it in. What is refused leaves nothing behind.
     *
     * @return id and type, for a repeat the same; the size is that of what was kept
     * @throws jp.tsunagi.shared.Refused {@code memo.file-refused} naming {@code files}, {@code memo.scanner-away}, and as
     *     {@link MemoDesk#writer}
     */
    MemoRecord.Attached attach(String id, byte[] content, Command command) {
        Seat seat = desk.writer(id, ATTACH, command);
        if (content.length > LARGEST) {
            throw tooLarge(content.length);
        }
        return acts.perform(command, ATTACH, seat.caseId().value(), seat.id().value(), () -> {
            Optional<MemoRecord.Attached> there = attachments.of(command);
            if (there.isPresent()) {
                return there.get();
            }
            AttachmentType type = types.of(content)
                    .orElseThrow(() -> Refusal.invalid("memo.file-refused", FieldProblem.of("files", "file-type")));
            // Before anything else opens it.
            scanner.scan(content);
            byte[] clean = cleaned(content, type);
            return attachments.keep(clean, type, desk.writer(id, ATTACH, command), command);
        });
    }

    /** @param bytes how large it is */
    static jp.tsunagi.shared.Refused tooLarge(long bytes) {
        String now = String.format(Locale.ROOT, "%.1f", Math.ceil(bytes * 10 / (1024.0 * 1024.0)) / 10);
        return Refusal.invalid("memo.file-refused", FieldProblem.of("files", "file-too-large", LARGEST_MB, now));
    }

    private byte[] cleaned(byte[] content, AttachmentType type) {
        try {
            return switch (type) {
                case JPEG -> pictures.cleaned(content, "jpeg");
                case PNG -> pictures.cleaned(content, "png");
                case DOCX, XLSX -> officeFiles.cleaned(content);
                // Signatures and forms would break; that its own properties stay is said beside the field.
                case PDF -> content;
            };
        } catch (UnreadableFile e) {
            throw Refusal.invalid("memo.file-refused", FieldProblem.of("files", "file-unreadable"));
        }
    }
}
