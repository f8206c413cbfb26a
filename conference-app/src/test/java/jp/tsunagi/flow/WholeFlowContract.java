package jp.tsunagi.flow;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole flow through the real hub, written once for every broker and database that it runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeFlowContract
        implements FortyRequests, RequestBranches, MeetingBranches, WithdrawalBranches, BrokerBranches {

    @TempDir
    static Path folder;

    private HubUnderTest hub;
    private People people;
    private List<PlayedCase> forty;

    /** Where broker and database are; empty for those within the hub. */
    abstract String[] servers();

    @BeforeAll
    void playTheForty() {
        hub = HubUnderTest.start(folder, FortyCases.START, servers());
        people = new People(hub);
        forty = FortyCases.play(hub, people);
    }

    @AfterAll
    void close() {
        if (hub != null) {
            hub.close();
        }
    }

    @Override
    public HubUnderTest hub() {
        return hub;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public List<PlayedCase> forty() {
        return forty;
    }
}
