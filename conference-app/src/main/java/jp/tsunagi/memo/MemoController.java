package jp.tsunagi.memo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.shared.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contact memos over HTTP. */
@RestController
@RequestMapping("/api/v1/conferences/{id}")
class MemoController {

    private final MemoSending sending;
    private final MemoReading reading;
    private final Attaching attaching;
    private final Commands commands;

    MemoController(MemoSending sending, MemoReading reading, Attaching attaching, Commands commands) {
        this.sending = sending;
        this.reading = reading;
        this.attaching = attaching;
        this.commands = commands;
    }

    /** A page of memos and how many there are in all. */
    record MemoPage(
            @Schema(
                            description =
                                    "Each a memo with `id`, `agency`, `role`, `at`, `text`, `audience`, `mention`,"
                                            + " `attachments` (`number`, `type`, `size`), `readBy`, `undoable`, and `withheld`, the"
                                            + " names of what the policy leaves out")
                    List<Map<String, Object>> items,
            int page,
            long total) {}

    /** A file that was handed in, to be named in `attachments` of a memo. */
    record MemoFile(String id, AttachmentType type, long size) {}

    record Undone(String id, boolean undone) {}

    @GetMapping("/memos")
    @Operation(summary = "The memos that the caller's agency may read, the newest first; reading them is noted")
    MemoPage memos(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size) {
        MemoReading.Page found = reading.page(id, Paging.of(page, size), commands.reading(officer));
        return new MemoPage(found.items().stream().map(MemoController::body).toList(), found.page(), found.total());
    }

    @PostMapping("/memos")
    @Operation(summary = "Sends a memo to the agencies named, who may know the case today")
    ResponseEntity<Map<String, Object>> send(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody MemoBody body) {
        Command command = commands.of(officer, key, "memo.send", id, body);
        String memo = sending.send(id, body, command);
        return ResponseEntity.status(HttpStatus.CREATED).body(body(reading.one(id, memo, command)));
    }

    @PostMapping("/memo-files")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Hands in a file for a memo, as the body of the call: PDF, JPEG, PNG, docx or xlsx of 10 MB at most,"
                            + " told by its content. Kept for 31 days unless a memo has it")
    MemoFile attach(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody byte[] content) {
        Command command = commands.of(officer, key, "memo.attach", id, Attachments.fingerprint(content));
        MemoRecord.Attached file = attaching.attach(id, content, command);
        return new MemoFile(file.file(), file.type(), file.size());
    }

    @PostMapping("/memos/{memo}/undo")
    @Operation(summary = "Takes the caller's own memo back, within ten seconds and unless somebody has read it")
    Undone undo(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String memo) {
        sending.undo(id, memo, commands.of(officer, key, "memo.undo", id + "/" + memo, null));
        return new Undone(memo, true);
    }

    @GetMapping("/memos/{memo}/attachments/{number}")
    ResponseEntity<byte[]> attachment(
            @CurrentOfficer Officer officer,
            @PathVariable String id,
            @PathVariable String memo,
            @PathVariable String number) {
        return MemoDownloads.answer(reading.attachment(id, memo, number, commands.reading(officer)));
    }

    private static Map<String, Object> body(MemoReading.Shown shown) {
        Map<String, Object> body = new LinkedHashMap<>(shown.projection().shown());
        body.put("undoable", shown.undoable());
        body.put("withheld", shown.projection().withheld());
        return body;
    }
}
