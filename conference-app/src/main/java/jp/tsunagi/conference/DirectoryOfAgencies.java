package jp.tsunagi.conference;

import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.Reach;
import jp.tsunagi.document.PrintableCharacters;
import org.springframework.stereotype.Component;

@Component
class DirectoryOfAgencies implements Directory {

    private final Agencies agencies;
    private final Accounts accounts;
    private final PrintableCharacters printable;

    DirectoryOfAgencies(Agencies agencies, Accounts accounts, PrintableCharacters printable) {
        this.agencies = agencies;
        this.accounts = accounts;
        this.printable = printable;
    }

    @Override
    public boolean isActive(String code) {
        return agencies.find(code).filter(Agency::active).isPresent();
    }

    @Override
    public AgencyCode center() {
        return agencies.center().code();
    }

    @Override
    public boolean reachedByPhoneOnly(AgencyCode agency) {
        return agencies.find(agency)
                .filter(found -> found.reachableBy() == Reach.PHONE_FAX)
                .isPresent();
    }

    @Override
    public boolean hasAnotherOfficer(AgencyCode agency, AccountId than) {
        return accounts.officersOf(agency).stream()
                .anyMatch(officer ->
                        !officer.id().equals(than) && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF)));
    }

    @Override
    public String nameOf(String code) {
        return agencies.find(code).map(Agency::name).orElse(code);
    }

    @Override
    public String firstUnprintable(String text) {
        return printable.check(text).stream()
                .findFirst()
                .map(found -> found.invisible() ? found.name() : found.characters() + " (" + found.name() + ")")
                .orElse("");
    }
}
