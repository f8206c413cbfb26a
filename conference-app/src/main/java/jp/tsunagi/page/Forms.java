package jp.tsunagi.page;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.ScreenLock;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.web.Explanations;
import jp.tsunagi.web.Explanations.Explanation;
import jp.tsunagi.web.Explanations.Field;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * How every form is opened, sent off and, where something is to be mended, shown again with all that was typed. The
 * template finds {@code typed}, {@code problems}, {@code refusal}, {@code formKey}, {@code base}, {@code savedAt} and
 * {@code stale} in the model, {@code resumeAt}, the field in which somebody was writing, and {@code month}, the calendar
 * that is open beside a date.
 */
@Component
public class Forms {

    private static final Pattern REMOVE = Pattern.compile("remove:([A-Za-z.]+)\\[(\\d{1,3})]");
    private static final Pattern ADD = Pattern.compile("add:([A-Za-z.]+)");

    /** Which button beside a date was pressed, from one page to the next. */
    private static final String PRESSED = "pressedDate";

    private final Drafts drafts;
    private final Explanations explanations;
    private final NearDates nearDates;
    private final Clock clock;

    Forms(Drafts drafts, Explanations explanations, NearDates nearDates, Clock clock) {
        this.drafts = drafts;
        this.explanations = explanations;
        this.nearDates = nearDates;
        this.clock = clock;
    }

    /**
     * Opens a form: with its draft where there is one, else as given.
     *
     * @param base version of the record it is about; empty where there is none
     */
    public String open(FormPost form, Officer officer, Model model, String base, Supplier<Typed> initial, String view) {
        Optional<Drafts.Kept> kept = drafts.find(officer, form.form());
        fill(model, kept.map(Drafts.Kept::typed).orElseGet(initial));
        kept.ifPresent(draft -> {
            model.addAttribute("savedAt", draft.savedAt());
            model.addAttribute("stale", !draft.base().equals(base));
            model.addAttribute("resumeAt", draft.field());
        });
        model.addAttribute("base", kept.map(Drafts.Kept::base).orElse(base));
        return view;
    }

    /** The same as a body would have been typed. */
    public static Typed typed(Record body) {
        return Typed.from(TypedFrom.body(body));
    }

    /** What the policy shows, by name, as it would have been typed. */
    public static Typed typed(Map<String, Object> shown) {
        return Typed.from(TypedFrom.shown(shown));
    }

    /**
     * Sends a form off.
     *
     * @param step does what the form is for, and tells where to go on
     * @param again fills the model with what the page shows besides, and names the view
     */
    public String submit(FormPost form, Officer officer, Model model, Supplier<String> step, Supplier<String> again) {
        String action = form.action();
        if (action.equals("keep")) {
            return kept(form, officer, form.typed(), model, again);
        }
        if (action.equals("discard")) {
            drafts.remove(officer, form.form());
            return form.done(form.form(), "");
        }
        if (action.equals("mark-places")) {
            return kept(form, officer, Whereabouts.marked(form.typed()), model, again);
        }
        Matcher add = ADD.matcher(action);
        if (add.matches()) {
            return kept(form, officer, form.typed().withRow(add.group(1)), model, again);
        }
        Matcher remove = REMOVE.matcher(action);
        if (remove.matches()) {
            int row = Integer.parseInt(remove.group(2));
            return kept(form, officer, form.typed().withoutRow(remove.group(1), row), model, again);
        }
        Optional<NearDates.Press> near = NearDates.Press.of(action);
        if (near.isPresent()) {
            return dated(near.get(), form, officer, model, again);
        }
        String next;
        try {
            next = step.get();
        } catch (RuntimeException e) {
            Explanation why = explanations.of(e, LocaleContextHolder.getLocale());
            if (why.status() == 404) {
                throw e;
            }
            return refused(form, model, why, again);
        }
        drafts.sent(officer, form.form(), form.key());
        return next;
    }

    /**
     * Shows once more what was typed, so that it is confirmed before it is sent off; kept as a draft meanwhile.
     *
     * @param check refuses what could not be sent off
     * @param confirmation fills the model of the page on which it is confirmed, and names the view
     * @param again as for {@link #submit}
     */
    public String confirm(
            FormPost form,
            Officer officer,
            Model model,
            Runnable check,
            Supplier<String> confirmation,
            Supplier<String> again) {
        try {
            drafts.keepNow(officer, Drafts.Written.of(form, form.form(), form.typed()));
            check.run();
        } catch (RuntimeException e) {
            Explanation why = explanations.of(e, LocaleContextHolder.getLocale());
            if (why.status() == 404) {
                throw e;
            }
            return refused(form, model, why, again);
        }
        return show(form, model, form.typed(), confirmation);
    }

    /** Keeps what is typed, and goes to another page from which one comes back to it. */
    public String aside(FormPost form, Officer officer, String path) {
        drafts.keepNow(officer, Drafts.Written.of(form, form.form(), form.typed()));
        return form.done(path, "");
    }

    /** Shows the form again, with what is to be mended. */
    public String refused(FormPost form, Model model, Explanation why, Supplier<String> again) {
        form.status(why.status());
        fill(model, form.typed());
        model.addAttribute("refusal", why);
        mend(model, why.fields());
        model.addAttribute("base", form.base());
        return again.get();
    }

    /** Shows the form as it was typed, with nothing said of it. */
    public String show(FormPost form, Model model, Typed typed, Supplier<String> again) {
        fill(model, typed);
        model.addAttribute("base", form.base());
        return again.get();
    }

    /** Says at the fields, and above all of them, what is to be mended. */
    static void mend(Model model, List<Field> problems) {
        Map<String, String> byName = new LinkedHashMap<>();
        problems.forEach(field -> byName.putIfAbsent(field.name(), field.text()));
        model.addAttribute("problems", problems);
        model.addAttribute("problemOf", byName);
    }

    private String kept(FormPost form, Officer officer, Typed typed, Model model, Supplier<String> again) {
        boolean saved = drafts.keepNow(officer, Drafts.Written.of(form, form.form(), typed))
                .isPresent();
        return saved
                ? form.done(
                        ScreenLock.at(form.form(), form.field()), form.action().equals("keep") ? "form.kept" : "")
                : show(form, model, typed, again);
    }

    /** A date was chosen, or a calendar opened or closed: the form is there again, at that place. */
    private String dated(NearDates.Press press, FormPost form, Officer officer, Model model, Supplier<String> again) {
        Typed typed = nearDates.filled(press, form.typed());
        boolean saved = drafts.keepNow(officer, Drafts.Written.of(form, form.form(), typed))
                .isPresent();
        if (saved) {
            form.flash(PRESSED, form.action());
            return form.done(ScreenLock.at(form.form(), press.place()), "");
        }
        model.addAttribute(PRESSED, form.action());
        return show(form, model, typed, again);
    }

    private void fill(Model model, Typed typed) {
        if (model.getAttribute(PRESSED) instanceof String pressed) {
            NearDates.Press.of(pressed)
                    .map(NearDates.Press::open)
                    .ifPresent(open -> model.addAttribute("month", nearDates.month(open, typed)));
        }
        model.addAttribute("typed", typed);
        mend(model, List.of());
        model.addAttribute("formKey", Ids.random(clock.instant()));
    }
}
