package jp.tsunagi.childcouncil;

import java.util.Optional;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.CouncilItems;
import org.springframework.stereotype.Component;

/** What the council brings to the one agenda. */
@Component
class JointAgenda implements CouncilItems {

    private final JointConferences joint;

    JointAgenda(JointConferences joint) {
        this.joint = joint;
    }

    @Override
    public Optional<String> of(ConferenceId conference) {
        return joint.find(conference.value()).map(JointRecord::newestItems);
    }
}
