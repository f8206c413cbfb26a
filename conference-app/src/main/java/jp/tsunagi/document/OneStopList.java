package jp.tsunagi.document;

import java.util.List;

/**
 * What she does in one visit, as she carries it with her: in which order, what she calls it, where it may be said, and what
 * she brings. No name, no office: found by somebody, it is a list of errands.
 *
 * @param lines in the order in which they are printed
 */
public record OneStopList(List<Line> lines) {

    public OneStopList {
        lines = List.copyOf(lines);
    }

    /** @param window where, in words that tell nothing; empty where that cannot be said */
    public record Line(int visit, String words, String window, List<String> bring) {

        public Line {
            bring = List.copyOf(bring);
        }
    }
}
