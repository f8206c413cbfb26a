package jp.tsunagi.retention;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeping and forgetting over HTTP, for the Center; for everybody else there is nothing here. */
@RestController
@RequestMapping("/api/v1")
class RetentionController {

    private final Retaining retaining;
    private final RetentionReading reading;
    private final CertificatePaper certificate;
    private final Commands commands;

    RetentionController(
            Retaining retaining, RetentionReading reading, CertificatePaper certificate, Commands commands) {
        this.retaining = retaining;
        this.reading = reading;
        this.certificate = certificate;
        this.commands = commands;
    }

    /** @param erasure by which its certificate is found; the case itself does not exist any more */
    record Erased(String erasure) {}

    @GetMapping("/retention")
    @Operation(
            summary =
                    "The periods of the office, cases that are due, held and deleted, and what is deleted by itself soon")
    RetentionReading.Overview overview(@CurrentOfficer Officer officer) {
        return reading.overview(commands.reading(officer));
    }

    @GetMapping("/retention/erasures/{erasure}/certificate.pdf")
    @Operation(summary = "The certificate of a deletion")
    ResponseEntity<byte[]> certificate(@CurrentOfficer Officer officer, @PathVariable String erasure) {
        return pdf(certificate.print(erasure, commands.reading(officer)));
    }

    static ResponseEntity<byte[]> pdf(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + CertificatePaper.FILE + "\"")
                .body(content);
    }

    @GetMapping("/cases/{id}/retention")
    @Operation(summary = "Until when a case is kept, what holds it, and whether its deletion is proposed")
    RetentionReading.One one(@CurrentOfficer Officer officer, @PathVariable String id) {
        return reading.one(id, commands.reading(officer));
    }

    @PostMapping("/cases/{id}/retention/holds")
    @Operation(summary = "Puts a legal hold: nothing of the case is deleted while it stands")
    RetentionReading.One hold(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody RetentionForm.Hold form) {
        Command command = commands.of(officer, key, "retention.hold", id, form);
        retaining.hold(id, form, command);
        return reading.one(id, command);
    }

    @PostMapping("/cases/{id}/retention/holds/{n}/lifting")
    @Operation(summary = "Lifts a legal hold")
    RetentionReading.One lift(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @PathVariable String n,
            @RequestBody RetentionForm.Reason form) {
        Command command = commands.of(officer, key, "retention.lift", id + "/" + n, form);
        retaining.lift(id, n, form, command);
        return reading.one(id, command);
    }

    @PostMapping("/cases/{id}/retention/deletion")
    @Operation(summary = "Proposes that the case be deleted: its period is over, or she asks for it")
    RetentionReading.One propose(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody RetentionForm.Deletion form) {
        Command command = commands.of(officer, key, "retention.propose", id, form);
        retaining.propose(id, form, command);
        return reading.one(id, command);
    }

    @PostMapping("/cases/{id}/retention/deletion/refusal")
    @Operation(summary = "Says no to a deletion that was proposed, or takes it back")
    RetentionReading.One refuse(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody RetentionForm.Reason form) {
        Command command = commands.of(officer, key, "retention.refuse", id, form);
        retaining.refuse(id, form, command);
        return reading.one(id, command);
    }

    @PostMapping("/cases/{id}/retention/deletion/confirmation")
    @Operation(
            summary =
                    "Confirms the deletion as a second officer, one of the two being the director, and carries it out: there is no way back")
    Erased confirm(
            @CurrentOfficer Officer officer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @PathVariable String id) {
        return new Erased(retaining.confirm(id, commands.of(officer, key, "retention.confirm", id, null)));
    }
}
