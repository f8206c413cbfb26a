package jp.tsunagi.browser;

import java.util.List;
import java.util.function.Consumer;

/** How a counsellor writes a request on the screen. */
final class Requests {

    private Requests() {}

    /**
     * What is told of a person.
     *
     * @param recipients codes of the agencies asked for; she agrees to all but {@code notAgreed}
     * @param notAgreed code of an agency that is asked for and that she did not agree to; empty for none
     */
    record Told(String name, String kana, String address, String withheld, List<String> recipients, String notAgreed) {

        /** A passage that speaks of what is withheld, in the marks that take it out for others. */
        String marked(String passage) {
            return withheld.isEmpty() ? passage : "〔伏せる：" + withheld + "〕" + passage + "〔ここまで〕";
        }
    }

    static final Told HANAKO = new Told("架空 花子", "かくう はなこ", "", "", List.of("P0001", "J0001"), "");

    static void begin(Visitor visitor) {
        visitor.open("/requests/new").go();
    }

    /** Writes and submits it; ends on the overview of the conference. */
    static void write(Visitor visitor, Told told, Consumer<String> look) {
        visitor.open("/requests/new");
        look.accept("S08-request-new");
        visitor.go();
        look.accept("S10-request-kind");
        visitor.type("contactPerson", "札幌 担当")
                .tick("guidelineItem", "1")
                .tick("factors", "DV_ABUSE")
                .go();
        look.accept("S11-request-person");
        visitor.type("name", told.name())
                .type("kana", told.kana())
                .date("birthDate", "昭和", 63, 4, 12)
                .type("address", told.address())
                .go();
        look.accept("S12-request-situation");
        visitor.type("currentSituation", "知人宅に身を寄せている。" + told.marked("架空商店"))
                .type("caseOverview", "事実：転居を望んでいる。" + told.marked("架空商店で働く。"))
                .type("wishes", "安心して眠りたい。")
                .type("topics", "転居先の検討" + told.marked(""))
                .go();
        look.accept("S13-request-meeting");
        for (int i = 0; i < told.recipients().size(); i++) {
            if (i > 0) {
                visitor.press("add:invitees");
            }
            visitor.choose("invitees[" + i + "].agency", told.recipients().get(i))
                    .type("invitees[" + i + "].reason", "支援に関わるため");
        }
        visitor.press("date:preferredSlots[0].date:+7").press("calendar:preferredSlots[0].date");
        look.accept("S13-request-calendar");
        visitor.date("preferredSlots[0].date", "令和", 8, 12, 3)
                .type("preferredSlots[0].start", "10:00")
                .type("preferredSlots[0].end", "12:00")
                .type("preferredPlace", "オンライン")
                .go();
        look.accept("S14-request-consent");
        visitor.tick("consent.refusalExplained", "true")
                .tick("consent.confirmed", "true")
                .tick("consent.purposes", "HOLD_CONFERENCE")
                .tick("consent.purposes", "SHARE")
                .tick("consent.purposes", "PLAN")
                .tick("consent.method", "FACE_TO_FACE")
                .type("consent.confirmedBy", "札幌 担当")
                .date("consent.confirmedOn", "令和", 8, 11, 20);
        for (String recipient : told.recipients()) {
            if (!recipient.equals(told.notAgreed())) {
                visitor.tick("consent.recipients", recipient);
            }
        }
        if (!told.withheld().isEmpty()) {
            visitor.type("consent.withheld[0].item", told.withheld());
        }
        visitor.choose("consent.contactAgency", "S0001").go();
        look.accept("S16-request-check");
        visitor.go();
    }
}
