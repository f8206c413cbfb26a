package jp.tsunagi.conference;

import jp.tsunagi.account.CurrentOfficer;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Commands;
import jp.tsunagi.page.NavigationCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The Center's desk (S19). */
@Controller
class CenterDeskPages {

    private final CenterDesk desk;
    private final Commands commands;

    CenterDeskPages(CenterDesk desk, Commands commands) {
        this.desk = desk;
        this.commands = commands;
    }

    @GetMapping("/desk")
    String desk(@CurrentOfficer Officer officer, Model model) {
        model.addAttribute("piles", desk.piles(commands.reading(officer)));
        return "conference/desk";
    }

    @Configuration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        NavigationCount deskCount(CenterDesk desk) {
            return new NavigationCount() {
                @Override
                public String place() {
                    return "desk";
                }

                @Override
                public long of(Officer officer) {
                    return desk.waitingFor(officer);
                }
            };
        }
    }
}
