package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form as it comes in, or is asked for: a parameter of page controllers.
 *
 * <p>Besides its fields a form posts {@code _key} (its idempotency key, so that a double click acts once), {@code _base}
 * (version of the record it was opened on) and {@code _action} (which button).
 */
public final class FormPost {

    /** Flash attribute: key of the message that tells what was done. */
    static final String DONE = "done";

    private static final Pattern LIST = Pattern.compile("(?:add|remove):([A-Za-z.]+).*");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Typed typed;

    FormPost(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> parameters.put(name, Arrays.asList(texts)));
        this.typed = request.getMethod().equals("POST") ? Typed.of(parameters) : Typed.nothing();
    }

    private FormPost(HttpServletRequest request, HttpServletResponse response, Typed typed) {
        this.request = request;
        this.response = response;
        this.typed = typed;
    }

    /** The same form with this typed in it: where something came with it that is no text, such as a file. */
    public FormPost with(Typed other) {
        return new FormPost(request, response, other);
    }

    /** Path of the form's page, which is what its draft is kept under. */
    public String form() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    public Typed typed() {
        return typed;
    }

    /** What it says, over what is known already: for a form that is one part of a whole. Blank rows fall out. */
    public Typed over(Typed known) {
        return known.with(typed, lists()).withoutBlankRows();
    }

    public String key() {
        return parameter("_key");
    }

    public String base() {
        return parameter("_base");
    }

    /** Whether whoever sends it has looked at what was pointed out, and leaves it as it is. */
    boolean looked() {
        return parameter("_looked").equals("true");
    }

    /** Which button was pressed; empty for the form's own. */
    public String action() {
        return parameter("_action");
    }

    /** Where somebody was in it: the field's name, or the list whose rows change; empty where nobody knows. */
    public String field() {
        Optional<NearDates.Press> near = NearDates.Press.of(action());
        if (near.isPresent()) {
            return near.get().field() + ".year";
        }
        String named = parameter("_field");
        Matcher row = LIST.matcher(action());
        return named.isEmpty() && row.matches() ? row.group(1) : named;
    }

    private List<String> lists() {
        String[] lists = request.getParameterValues("_rows");
        return lists == null ? List.of() : new ArrayList<>(Arrays.asList(lists));
    }

    /**
     * Goes on to another page, which tells what was done.
     *
     * @param message key of the message files; empty to say nothing
     */
    public String done(String path, String message, Object... args) {
        if (!message.isEmpty()) {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put(DONE, message);
            flash.put(DONE + "Args", args);
        }
        return "redirect:" + path;
    }

    /** For the page that one is led to. */
    void flash(String name, Object value) {
        RequestContextUtils.getOutputFlashMap(request).put(name, value);
    }

    void status(int status) {
        response.setStatus(status);
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
