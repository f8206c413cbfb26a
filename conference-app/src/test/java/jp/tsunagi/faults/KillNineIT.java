package jp.tsunagi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagi.faults.Agencies.Done;
import jp.tsunagi.faults.Agencies.Story;
import jp.tsunagi.integration.contract.Acknowledgement;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The hub is killed as by {@code kill -9} at random moments while agencies work, and starts again on the same folders.
 * Whatever was acknowledged is there once, and whoever is to be told is told once.
 *
 * <p>{@code -Dtsunagi.kills=} says how often; {@code -Dtsunagi.kills.seed=} repeats the moments of an earlier run.
 */
class KillNineIT {

    private static final int KILLS = Integer.getInteger("tsunagi.kills", 12);
    private static final long SEED = Long.getLong("tsunagi.kills.seed", System.nanoTime());
    private static final int AGENCIES = 5;
    private static final int MOST_COMMANDS_BEFORE_A_KILL = 80;
    private static final int LATER_BY_MILLIS = 300;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(3);
    private static final int LONGEST_RECOVERY_MILLIS = 8_000;
    /** After every so many kills it is hit once more, while it is still starting. */
    private static final int STRUCK_WHILE_STARTING = 5;

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final List<String> BACKLOGS = List.of("tsunagi.outbox.pending", "tsunagi.broker.waiting");
    private static final List<String> LOGINS =
            List.of("sapporo", "asahikawa", "shelter", "center", "director", "police", "childguidance");

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        Random random = new Random(SEED);
        String run = "kill" + SEED;
        Gate gate = new Gate();
        int kills = 0;
        try (HubProcess hub = HubProcess.of(folder);
                Agencies agencies = new Agencies(new Api(hub.url()), gate, run, SEED)) {
            Gateway gateway = new Gateway(hub, agencies, gate, run);
            hub.start();
            hub.awaitUp();
            gate.open();
            agencies.start(AGENCIES);
            agencies.run(gateway::work);
            while (kills < KILLS) {
                awaitMoment(random, hub, agencies);
                kills++;
                gate.close();
                hub.kill();
                agencies.check();
                hub.start();
                if (kills % STRUCK_WHILE_STARTING == 0 && kills < KILLS) {
                    kills++;
                    hub.isDeadAfter(Duration.ofMillis(random.nextInt(LONGEST_RECOVERY_MILLIS)));
                    hub.kill();
                    hub.start();
                }
                hub.awaitUp();
                gate.open();
            }
            agencies.finish();
            judge(kills, hub, agencies, gateway);
        }
    }

    /** After a random number of commands, and then a random while: on a slow machine, too, every run gets somewhere. */
    private static void awaitMoment(Random random, HubProcess hub, Agencies agencies) throws Exception {
        long enough = agencies.commands() + random.nextInt(MOST_COMMANDS_BEFORE_A_KILL);
        await().atMost(LONGEST_RUN).pollInterval(Duration.ofMillis(10)).until(() -> {
            agencies.check();
            return agencies.commands() >= enough;
        });
        if (hub.isDeadAfter(Duration.ofMillis(random.nextInt(LATER_BY_MILLIS)))) {
            throw new AssertionError("The hub ended by itself:\n" + hub.lastOutput());
        }
    }

    private void judge(int kills, HubProcess hub, Agencies agencies, Gateway gateway) throws Exception {
        Api api = new Api(hub.url());
        Map<String, Done> asked = agencies.done();
        int requests = asked.size() + gateway.taken().size();
        awaitDrain(api);

        Map<String, JsonNode> conferences = new HashMap<>();
        List<String> references = new ArrayList<>();
        for (JsonNode line : api.all("center", "/conferences")) {
            conferences.put(line.path("id").asString(), line);
            references.add(line.path("reference").asString());
        }
        Map<String, Map<String, Integer>> inboxes = new HashMap<>();
        for (String login : LOGINS) {
            inboxes.put(login, inbox(api, login));
        }
        JsonNode audit = api.get("auditor", "/audit/verification").body();
        long deadLetters = api.total("admin", "/dead-letters");
        hub.stop();
        Ledger.Found ledger = Ledger.open(hub, Set.of("011002", "012041", "S0001", "C0001", "P0001", "J0001"));

        List<Done> expected = new ArrayList<>(asked.values());
        Set<String> lost = new HashSet<>();
        for (String message : gateway.taken()) {
            Set<String> ids = new HashSet<>();
            for (Acknowledgement told : ledger.acknowledgements().getOrDefault(message, List.of())) {
                ids.add(told.accepted() ? String.valueOf(told.conferenceId()) : "refused: " + told.rule());
            }
            if (ids.size() == 1 && conferences.containsKey(ids.iterator().next())) {
                String id = ids.iterator().next();
                expected.add(new Done(
                        message,
                        "sapporo",
                        Story.REQUESTED,
                        id,
                        conferences.get(id).path("reference").asString()));
            } else {
                lost.add(message + " " + ids);
            }
        }
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, Integer>> due = new HashMap<>();
        LOGINS.forEach(login -> due.put(login, new HashMap<>()));
        for (Done request : expected) {
            JsonNode found = conferences.get(request.id());
            if (found == null) {
                lost.add(request.key());
                continue;
            }
            if (!found.path("state").asString().equals(request.story().end)
                    || !found.path("reference").asString().equals(request.reference())) {
                wrong.add(request + " is " + found);
            }
            for (String notice : request.story().notices) {
                String[] whoAndKind = notice.split(" ");
                String who = whoAndKind[0].equals("requester") ? request.requester() : whoAndKind[0];
                due.get(who).put(whoAndKind[1] + " " + request.id(), 1);
                if (who.equals("center") && whoAndKind[1].matches("ready-for-review|consent-withdrawn")) {
                    due.get("director").put(whoAndKind[1] + " " + request.id(), 1);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> unexpected = new ArrayList<>();
        for (String login : LOGINS) {
            due.get(login).keySet().forEach(notice -> {
                if (!inboxes.get(login).containsKey(notice)) {
                    missing.add(login + " " + notice);
                }
            });
            inboxes.get(login).forEach((notice, times) -> {
                if (!due.get(login).containsKey(notice)) {
                    unexpected.add(login + " " + notice);
                } else if (times > 1) {
                    doubled.add(login + " " + notice);
                }
            });
        }
        int more = conferences.size() - (requests - lost.size());

        System.out.printf(
                "%nkill -9, seed %d%n%8s %12s %10s %10s %6s %8s %15s %16s%n"
                        + "%8d %12d %10d %10d %6d %8d %15d %16d%n"
                        + "(%d of the requests over hub.requests; %d commands over HTTP in all; audit: %d entries,"
                        + " whole: %s)%n%n",
                SEED,
                "kills",
                "acknowledged",
                "unanswered",
                "states bad",
                "lost",
                "doubled",
                "notices missing",
                "notices doubled",
                kills,
                requests,
                agencies.unanswered(),
                wrong.size(),
                lost.size(),
                more,
                missing.size(),
                doubled.size() + ledger.copiesDoubled(),
                gateway.taken().size(),
                agencies.commands(),
                audit.path("entries").asLong(),
                audit.path("whole").asBoolean());

        assertThat(requests).as("requests").isGreaterThan(KILLS);
        assertThat(lost).as("lost").isEmpty();
        assertThat(more).as("doubled").isZero();
        assertThat(references).doesNotHaveDuplicates();
        assertThat(wrong).as("in a wrong state").isEmpty();
        assertThat(missing).as("notices missing").isEmpty();
        assertThat(doubled).as("notices doubled").isEmpty();
        assertThat(unexpected).as("notices that nobody expects").isEmpty();
        assertThat(ledger.copiesDoubled()).as("gateway copies doubled").isZero();
        assertThat(ledger.unannounced()).as("still to be announced").isZero();
        assertThat(ledger.unread().values()).as("left in the broker").containsOnly(0);
        assertThat(deadLetters).as("dead letters").isZero();
        assertThat(audit.path("whole").asBoolean()).as("audit: " + audit).isTrue();
    }

    /**
     * Until the hub itself says, for a while, that nothing is to be announced and no message is to be handled any more: then
     * whatever is not there does not come. What a killed hub had begun is free for the next one only when its lease ends.
     */
    private static void awaitDrain(Api api) {
        try {
            await().atMost(LONGEST_DRAIN)
                    .pollInterval(Duration.ofMillis(200))
                    .during(QUIET)
                    .until(() -> BACKLOGS.stream().allMatch(backlog -> api.metric("admin", backlog) == 0));
        } catch (ConditionTimeoutException e) {
            // The judgement names what is missing, and what is left.
            return;
        }
    }

    /** Kind and conference of each notice, and how often it is there. */
    private static Map<String, Integer> inbox(Api api, String login) {
        Map<String, Integer> notices = new HashMap<>();
        for (JsonNode notice : api.all(login, "/inbox")) {
            String name = notice.path("kind").asString() + " "
                    + notice.path("conferenceId").asString();
            notices.merge(name, 1, Integer::sum);
        }
        return notices;
    }
}
