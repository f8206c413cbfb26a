package jp.tsunagi.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an agency is called, by its name in the directory. */
public final class Names {

    private static final Pattern QUOTED = Pattern.compile("「([^」]{2,})」");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^）)]*[）)]|「[^」]*」");
    private static final int SHORTEST_NAME = 2;

    private Names() {}

    /** The whole, what is said without what stands in brackets, and a name in quotation marks. */
    public static List<String> of(String name) {
        List<String> names = new ArrayList<>(List.of(name));
        String short_ = BRACKETS.matcher(name).replaceAll("").strip();
        if (short_.length() >= SHORTEST_NAME) {
            names.add(short_);
        }
        Matcher quoted = QUOTED.matcher(name);
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }
}
