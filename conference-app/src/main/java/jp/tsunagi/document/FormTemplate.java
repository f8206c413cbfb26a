package jp.tsunagi.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a paper is laid out, as an office wrote it in a template. Valid once read.
 *
 * @param size of the letters in points
 * @param words what is printed for a code of the paper's content
 */
record FormTemplate(String title, float size, List<Section> sections, Map<String, String> words) {

    String word(String code) {
        String word = words.get(code);
        if (word == null) {
            throw new IllegalArgumentException("The paper has no word for " + code);
        }
        return word;
    }

    /**
     * A heading, sentences, a table or a space to write in, and the notes beneath. A part that is not there is empty.
     *
     * @param heading null for none
     * @param list whose lines the table shows; null for the boxes of the paper itself
     * @param grid the table as boxes; for a list one such table for each line
     * @param columns the table as a list with a header, where there is no grid
     * @param empty what is printed where the list has no line
     * @param optional whether the section is left out where its list has no line
     * @param ruled how many empty lines to write on
     * @param apart whether it begins on a page of its own
     */
    record Section(
            @Nullable String heading,
            List<String> texts,
            @Nullable String list,
            @Nullable Grid grid,
            List<Column> columns,
            String empty,
            boolean optional,
            int ruled,
            boolean apart,
            List<String> notes) {}

    /**
     * Rows of boxes.
     *
     * @param columns widths of the table's columns in percent: every edge of every box lies between two of them
     */
    record Grid(List<Integer> columns, List<Row> rows) {

        /** How wide the label of a box is, in percent. */
        int labelWidth(Row row, Box box) {
            int start = 0;
            for (Box before : row.boxes().subList(0, row.boxes().indexOf(box))) {
                start += before.labelColumns() + before.valueColumns();
            }
            return columns.subList(start, start + box.labelColumns()).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    /**
     * Boxes side by side.
     *
     * @param height at least, in millimetres; 0 for as high as the text
     * @param optional whether the row is left out where none of its boxes has anything to show
     */
    record Row(List<Box> boxes, int height, boolean optional) {}

    /**
     * A label and the place for a field's value.
     *
     * @param hint small text beneath the label; null for none
     * @param labelColumns how many of the grid's columns the label takes
     * @param valueColumns how many of them the value takes
     * @param choices the texts beside the boxes to tick, in order; empty for a field of text
     * @param suffix what follows the value, such as 歳; empty for nothing
     * @param blank what stands in an empty box to be filled by hand; empty for nothing
     */
    record Box(
            FormField field,
            String label,
            @Nullable String hint,
            int labelColumns,
            int valueColumns,
            List<String> choices,
            String suffix,
            String blank) {}

    /** A column of a list. @param width in percent */
    record Column(FormField field, String label, int width) {}
}
