package jp.tsunagi.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.FormPost;
import jp.tsunagi.page.Typed;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in the files that come with a form, one by one: those that are taken stay with it, whatever becomes of the others. */
@Component
class MemoUploads {

    /** Field of the form that holds the ids of the files it has. */
    static final String FIELD = "attachments";

    private final Attaching attaching;
    private final Commands commands;

    MemoUploads(Attaching attaching, Commands commands) {
        this.attaching = attaching;
        this.commands = commands;
    }

    /**
     * What became of the files.
     *
     * @param typed the form, with the files that were taken
     * @param problems what is wrong with others
     * @param refused what kept all of them from being taken, null where nothing did
     */
    record Taken(Typed typed, List<FieldProblem> problems, @Nullable Refused refused) {

        /** @throws jp.tsunagi.shared.Refused where a file was not taken */
        void orRefuse() {
            if (refused != null) {
                throw refused;
            }
            if (!problems.isEmpty()) {
                throw Refusal.invalid("memo.incomplete", problems);
            }
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the conference does not exist for this officer */
    Taken take(String id, List<Upload> uploads, FormPost form, Officer officer) {
        List<String> files = new ArrayList<>(form.typed().all(FIELD));
        List<FieldProblem> problems = new ArrayList<>();
        Refused away = null;
        for (Upload upload : uploads) {
            if (files.size() >= MemoSending.MOST_FILES) {
                problems.add(FieldProblem.of("files", "too-many", MemoSending.MOST_FILES));
                break;
            }
            try {
                String file = taken(id, upload, form, officer);
                if (!files.contains(file)) {
                    files.add(file);
                }
            } catch (Refused refused) {
                if (refused.refusal().kind() == Refusal.Kind.NOT_FOUND) {
                    throw refused;
                }
                if (refused.refusal().fields().isEmpty()) {
                    away = refused;
                } else {
                    problems.addAll(refused.refusal().fields());
                }
            }
        }
        Typed typed = uploads.isEmpty() ? form.typed() : form.typed().with(FIELD, files.toArray(String[]::new));
        return new Taken(typed, problems, away);
    }

    private String taken(String id, Upload upload, FormPost form, Officer officer) {
        byte[] content = upload.content();
        if (content == null) {
            throw Attaching.tooLarge(upload.size());
        }
        // Of the content, so that the same form sent twice hands the same file in once.
        String fingerprint = Attachments.fingerprint(content);
        String key = form.key() + "-" + fingerprint.substring(0, 32);
        Command command = commands.of(officer, key, "memo.attach", id, fingerprint);
        return attaching.attach(id, content, command).file();
    }

    /** As it is said on the page. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, bytes / (1024.0 * 1024.0)));
    }
}
