package jp.tsunagi.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What happened when one of the forty requests was played, and what everybody saw of it. */
final class PlayedCase {

    final WrittenCase written;
    final Map<String, String> attendees = new LinkedHashMap<>();
    /** By agency: what its attendee read before the pledge, and after it. */
    final Map<String, String> beforePledge = new LinkedHashMap<>();

    final Map<String, String> afterPledge = new LinkedHashMap<>();
    /** By agency: the edition of the form of its attendee. */
    final Map<String, byte[]> editions = new LinkedHashMap<>();

    String conference = "";
    String requester = "";
    String secondOfficer = "";
    byte[] requestersEdition = new byte[0];
    byte[] centersEdition = new byte[0];
    String state = "";
    int sheets;
    boolean byBroker;
    Answer refusedFirst;
    Answer conveningBeforeConditions;
    String acknowledgedTwice = "";
    private Throwable failure;

    PlayedCase(WrittenCase written) {
        this.written = written;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void failed(Throwable because) {
        failure = because;
    }
}
