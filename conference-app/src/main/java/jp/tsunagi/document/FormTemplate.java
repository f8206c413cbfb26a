package jp.tsunagi.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a form is laid out: sections of rows of boxes, as an office wrote it in a template. Valid once read. */
record FormTemplate(String title, List<Section> sections) {

    /**
     * A heading, a table and the notes beneath it.
     *
     * @param columns widths of the table's columns in percent: every edge of every box lies between two of them
     */
    record Section(String heading, List<Integer> columns, List<Row> rows, List<String> notes) {

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

    /** Boxes side by side. @param height at least, in millimetres; 0 for as high as the text */
    record Row(List<Box> boxes, int height) {}

    /**
     * A label and the place for a field's value.
     *
     * @param hint small text beneath the label; null for none
     * @param labelColumns how many of the section's columns the label takes
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
}
