package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.Paging;
import org.springframework.stereotype.Service;

/** The lists of conferences that officers look through and take out (S07): what is in them, and by what they are found. */
@Service
class CaseLists {

    /** Fiscal years that can be asked for: this one, and so many before. */
    private static final int YEARS_BACK = 4;

    private final Worklists worklists;
    private final CaseSearch search;
    private final Accounts accounts;
    private final Directory directory;

    CaseLists(Worklists worklists, CaseSearch search, Accounts accounts, Directory directory) {
        this.worklists = worklists;
        this.search = search;
        this.accounts = accounts;
        this.directory = directory;
    }

    Worklists.Page find(CaseCriteria asked, CaseOrder order, Paging paging, Command command) {
        CaseCriteria wanted = allowed(asked, command.officer());
        return wanted.text().isEmpty()
                ? worklists.find(wanted, order, paging, command)
                : Worklists.page(named(wanted, command), order, paging);
    }

    /** All of it. */
    List<Listed> find(CaseCriteria asked, CaseOrder order, Command command) {
        CaseCriteria wanted = allowed(asked, command.officer());
        return wanted.text().isEmpty()
                ? worklists.find(wanted, order, command)
                : named(wanted, command).stream().sorted(order.comparator()).toList();
    }

    /** The names of the case officers of these, by account: of those alone that the policy shows. */
    Map<String, String> officersOf(List<Listed> some) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Listed listed : some) {
            AccountId officer = listed.officer();
            if (officer != null) {
                names.computeIfAbsent(
                        officer.value(), id -> accounts.nameOf(officer).orElse(""));
            }
        }
        return names;
    }

    /** Those of the Center who can have a case, by account; none for whoever does not work there. */
    Map<String, String> officersToAskFor(Officer officer) {
        Map<String, String> names = new LinkedHashMap<>();
        if (knowsOfficers(officer)) {
            accounts.officersOf(directory.center()).stream()
                    .filter(one -> one.person() && one.is(Role.CENTER_STAFF))
                    .forEach(one -> names.put(one.id().value(), one.name()));
        }
        return names;
    }

    /** The fiscal years that can be asked for, this one first. */
    static List<Integer> years(LocalDate today) {
        int now = today.getMonthValue() < Month.APRIL.getValue() ? today.getYear() - 1 : today.getYear();
        return IntStream.rangeClosed(0, YEARS_BACK).mapToObj(back -> now - back).toList();
    }

    private List<Listed> named(CaseCriteria wanted, Command command) {
        return search.find(wanted.text(), command).stream()
                .filter(listed -> wanted.fits(listed, command.today()))
                .toList();
    }

    private CaseCriteria allowed(CaseCriteria asked, Officer officer) {
        return knowsOfficers(officer) ? asked : asked.withoutOfficer();
    }

    private boolean knowsOfficers(Officer officer) {
        return officer.worksFor(directory.center()) && (officer.is(Role.CENTER_STAFF) || officer.is(Role.DIRECTOR));
    }
}
