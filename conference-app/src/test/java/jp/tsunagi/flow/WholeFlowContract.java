package jp.tsunagi.flow;

import java.util.List;
import org.junit.jupiter.api.TestInstance;

/** The whole flow through the real hub, written once for every broker and database that it runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WholeFlowContract
        implements FortyRequests, RequestBranches, MeetingBranches, WithdrawalBranches, PlanBranches, BrokerBranches {

    private Year year;

    /** To be called before the first test. */
    final void use(Year played) {
        year = played;
    }

    @Override
    public HubUnderTest hub() {
        return year.hub();
    }

    @Override
    public People people() {
        return year.people();
    }

    @Override
    public List<PlayedCase> forty() {
        return year.forty();
    }
}
