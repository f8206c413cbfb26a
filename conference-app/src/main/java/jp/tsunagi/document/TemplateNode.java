package jp.tsunagi.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML file that an office edits. It knows its file and line, so that every complaint can name them and say how
 * to mend it; each method throws {@link TemplateException} where something else stands there.
 */
public final class TemplateNode {

    private final String file;
    private final Node node;

    private TemplateNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** @throws TemplateException if the text is no YAML */
    public static TemplateNode parse(String file, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new TemplateException(file, 1, "内容がありません");
            }
            return new TemplateNode(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new TemplateException(file, line, "YAMLとして読めません（" + e.getProblem() + "）");
        }
    }

    public TemplateException complaint(String whatToMend) {
        return new TemplateException(file, node.getStartMark().getLine() + 1, whatToMend);
    }

    /** The entries of a mapping that has no other keys than these, each once. */
    public Map<String, TemplateNode> map(Set<String> keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw complaint("「項目: 値」 の組で書いてください。使えるのは " + String.join(", ", new TreeSet<>(keys)) + " です");
        }
        Map<String, TemplateNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            TemplateNode key = new TemplateNode(file, tuple.getKeyNode());
            String name = key.text();
            if (!keys.contains(name)) {
                throw key.complaint(
                        "「" + name + "」 という項目はありません。使えるのは " + String.join(", ", new TreeSet<>(keys)) + " です");
            }
            if (entries.put(name, new TemplateNode(file, tuple.getValueNode())) != null) {
                throw key.complaint("「" + name + "」 が2回書かれています。1つにしてください");
            }
        }
        return entries;
    }

    public List<TemplateNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw complaint("「- 」 で始まる行を並べてください");
        }
        List<TemplateNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new TemplateNode(file, item)));
        return items;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw complaint("文字を書いてください");
        }
        return scalar.getValue();
    }

    /** A whole number from {@code least} to {@code most}. */
    int number(int least, int most) {
        String text = text();
        int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw complaint("「" + text + "」 を " + least + " から " + most + " までの数にしてください");
        }
        return number;
    }

    /** Whether the entry is there and says true. */
    public static boolean isTrue(Map<String, TemplateNode> entries, String name) {
        TemplateNode entry = entries.get(name);
        if (entry == null) {
            return false;
        }
        String text = entry.text();
        if (!text.equals("true") && !text.equals("false")) {
            throw entry.complaint("「" + text + "」 を true か false にしてください");
        }
        return text.equals("true");
    }

    /** The entry of that name. @throws TemplateException naming it, if it is missing */
    public TemplateNode required(Map<String, TemplateNode> entries, String name) {
        TemplateNode entry = entries.get(name);
        if (entry == null) {
            throw complaint("「" + name + "」 がありません。書き加えてください");
        }
        return entry;
    }
}
