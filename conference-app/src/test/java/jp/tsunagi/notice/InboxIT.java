package jp.tsunagi.notice;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SAPPORO;
import static jp.tsunagi.casefile.CasefileFixtures.SECTION;
import static jp.tsunagi.casefile.CasefileFixtures.inSection;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.protection.SealedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxIT {

    private static final Officer OFFICER = officer("police", POLICE, Role.PARTICIPANT);
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private SealedDatabase store;
    private Inbox inbox;

    @BeforeEach
    void open() {
        store = new SealedDatabase(folder);
        inbox = new Inbox(store.database(), store.keys(), store.clock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        for (int i = 0; i < 5; i++) {
            inbox.deliver(notice("N" + i));
            store.forward(Duration.ofMinutes(1));
        }

        assertThat(ids(inbox.list(OFFICER, false, 0, 2))).containsExactly("N4", "N3");
        assertThat(ids(inbox.list(OFFICER, false, 2, 2))).containsExactly("N0");
        assertThat(inbox.list(OFFICER, false, 0, 2).total()).isEqualTo(5);
        assertThat(ids(inbox.list(OFFICER, false, 3, 2))).isEmpty();
    }

    @Test
    void aReceiptSaysWhoReadItWhenAndIsKept() {
        inbox.deliver(notice("N"));
        Notice read = inbox.receipt(OFFICER, "N");
        store.forward(Duration.ofHours(1));

        assertThat(read.read()).isTrue();
        assertThat(read.readBy()).isEqualTo(OFFICER.id());
        assertThat(inbox.receipt(officer("colleague", POLICE, Role.PARTICIPANT), "N"))
                .isEqualTo(read);
        assertThat(ids(inbox.list(OFFICER, true, 0, 10))).isEmpty();
        assertThat(ids(inbox.list(OFFICER, false, 0, 10))).containsExactly("N");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "P0001, -,             ,             PARTICIPANT,   true",
                "P0001, -,             ,             COUNSELLOR,    true",
                "P0001, -,             ,             CENTER_STAFF,  true",
                "P0001, -,             ,             DIRECTOR,      false",
                "P0001, -,             ,             AUDITOR,       false",
                "P0001, -,             ,             ADMINISTRATOR, false",
                "J0001, -,             ,             PARTICIPANT,   false",
                "P0001, 女性相談窓口,  ,             PARTICIPANT,   true",
                "P0001, 戸籍住民課,    ,             PARTICIPANT,   false",
                "P0001, -,             DIRECTOR,     DIRECTOR,      true",
                "P0001, -,             DIRECTOR,     PARTICIPANT,   false",
                "P0001, -,             CENTER_STAFF, CENTER_STAFF,  true",
                "P0001, -,             CENTER_STAFF, AUDITOR,       false"
            })
    void isForAnAgencyASectionAndRoles(String agency, String section, String role, Role held, boolean sees) {
        Set<Role> roles = role == null ? Set.of() : Set.of(Role.valueOf(role));
        inbox.deliver(notice("N", new AgencyCode(agency), section, roles, true));
        Officer reader = officer("reader", POLICE, held);

        assertThat(ids(inbox.list(reader, false, 0, 10))).hasSize(sees ? 1 : 0);
        if (sees) {
            assertThat(inbox.receipt(reader, "N").read()).isTrue();
        } else {
            assertThatThrownBy(() -> inbox.receipt(reader, "N")).hasMessage("not-found");
        }
    }

    @Test
    void anotherSectionOfTheAgencyIsNotToldOfTheCase() {
        inbox.deliver(notice("N", SAPPORO, SECTION, Set.of(), true));
        Officer colleague = officer("sapporo", SAPPORO, Role.COUNSELLOR);

        assertThat(ids(inbox.list(colleague, false, 0, 10))).hasSize(1);
        assertThat(ids(inbox.list(inSection(colleague, "戸籍住民課"), false, 0, 10))).isEmpty();
    }

    @Test
    void whatIsTakenBackIsGoneUnlessItWasRead() {
        inbox.deliver(notice("read"));
        inbox.deliver(notice("unread"));
        inbox.receipt(OFFICER, "read");

        inbox.recall("case-1", Set.of());

        assertThat(ids(inbox.list(OFFICER, false, 0, 10))).containsExactly("read");
        assertThatThrownBy(() -> inbox.receipt(OFFICER, "unread")).hasMessage("not-found");
    }

    @Test
    void isTakenBackFromTheAgenciesNamedAndOfThisCaseAlone() {
        inbox.deliver(notice("N", POLICE, null, Set.of(), true));
        inbox.deliver(notice("other", CENTER, null, Set.of(), true));

        inbox.recall("case-2", Set.of());
        inbox.recall("case-1", Set.of("C0001"));

        assertThat(ids(inbox.list(OFFICER, false, 0, 10))).containsExactly("N");
        assertThat(ids(inbox.list(officer("center", CENTER, Role.CENTER_STAFF), false, 0, 10)))
                .isEmpty();
    }

    @Test
    void thatNothingTakesPlaceIsNotTakenBack() {
        inbox.deliver(notice("called-off", POLICE, null, Set.of(), false));

        inbox.recall("case-1", Set.of());

        assertThat(ids(inbox.list(OFFICER, false, 0, 10))).containsExactly("called-off");
    }

    @Test
    void whatWasTakenBackDoesNotComeAgainByARepeat() {
        inbox.deliver(notice("N"));
        inbox.recall("case-1", Set.of());

        inbox.deliver(notice("N"));

        assertThat(ids(inbox.list(OFFICER, false, 0, 10))).isEmpty();
    }

    @Test
    void aNoticeOfEightDeliveriesAtOnceIsThereOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Notice notice = notice("N" + round);
            together(() -> {
                inbox.deliver(notice);
                return true;
            });
        }

        assertThat(inbox.list(OFFICER, false, 0, 100).total()).isEqualTo(10);
        assertThat(ids(inbox.list(OFFICER, false, 0, 100))).doesNotHaveDuplicates();
    }

    @Test
    void ofEightReadersAtOnceOneIsTheReader() throws Exception {
        inbox.deliver(notice("N"));
        List<Boolean> first = together(() -> {
            try {
                inbox.receipt(OFFICER, "N");
                return true;
            } catch (SealedCollection.Stale e) {
                return false;
            }
        });

        assertThat(first).contains(true);
        assertThat(inbox.receipt(OFFICER, "N").version()).isEqualTo(1);
    }

    @Test
    void readAndTakenBackAtOnceItIsOneOfTheTwo() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = "N" + round;
            inbox.deliver(notice(id));
            together(() -> {
                try {
                    if (Thread.currentThread().getName().hashCode() % 2 == 0) {
                        inbox.recall("case-1", Set.of());
                    } else {
                        inbox.receipt(OFFICER, id);
                    }
                } catch (SealedCollection.Stale | jp.tsunagi.shared.Refused e) {
                    return false;
                }
                return true;
            });
            boolean listed = ids(inbox.list(OFFICER, false, 0, 100)).contains(id);
            if (listed) {
                assertThat(inbox.receipt(OFFICER, id).recalled()).isFalse();
            } else {
                assertThatThrownBy(() -> inbox.receipt(OFFICER, id)).hasMessage("not-found");
            }
        }
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                tasks.add(() -> {
                    barrier.await();
                    return work.call();
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> ids(Inbox.Page page) {
        return page.items().stream().map(Notice::id).toList();
    }

    private Notice notice(String id) {
        return notice(id, POLICE, null, Set.of(), true);
    }

    private Notice notice(String id, AgencyCode agency, String section, Set<Role> roles, boolean recallable) {
        return Notice.to(
                        new Recipient(agency, section, roles, null, Set.of()),
                        id,
                        "convening",
                        new Notice.About("case-1", "conference-1", "R8-0001", 1),
                        store.clock().instant())
                .recallable(recallable);
    }
}
