package jp.tsunagi.page;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * What was searched for, kept with the session and dying with it, so that no address of a page ever holds a name (ui.md
 * B2): a search is posted, and its results have an opaque number.
 */
@Component
public class Searches {

    private static final String KEPT = "searches";
    private static final int MOST = 20;

    private final Clock clock;

    Searches(Clock clock) {
        this.clock = clock;
    }

    /** @return the number under which its results are shown */
    public String keep(HttpSession session, Map<String, String> wanted) {
        Kept kept = new Kept();
        kept.putAll(kept(session));
        String id = Ids.random(clock.instant());
        kept.put(id, new HashMap<>(wanted));
        while (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        session.setAttribute(KEPT, kept);
        return id;
    }

    /** Whether it is still kept. */
    public boolean has(HttpSession session, String id) {
        return kept(session).containsKey(id);
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where this session did not search for it, or long ago */
    public Map<String, String> find(HttpSession session, String id) {
        HashMap<String, String> wanted = kept(session).get(id);
        if (wanted == null) {
            throw Refusal.notFound();
        }
        return Map.copyOf(wanted);
    }

    private static Kept kept(HttpSession session) {
        return session.getAttribute(KEPT) instanceof Kept kept ? kept : new Kept();
    }

    private static final class Kept extends LinkedHashMap<String, HashMap<String, String>> implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
