package jp.tsunagi.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a form as a screen reader does: along the tags, each value with the header of its row. */
public final class TaggedText {

    private final Map<PDPage, Map<Integer, String>> contents = new HashMap<>();

    private TaggedText() {}

    /** Label to value; paragraphs are separated by line ends. */
    public static Map<String, String> boxes(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            TaggedText reader = new TaggedText();
            Map<String, String> boxes = new LinkedHashMap<>();
            reader.collect(document.getDocumentCatalog().getStructureTreeRoot(), boxes, new String[1]);
            return boxes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect(PDStructureNode node, Map<String, String> boxes, String[] label) throws IOException {
        for (Object kid : node.getKids()) {
            if (!(kid instanceof PDStructureElement element)) {
                continue;
            }
            switch (element.getStructureType()) {
                case "TH" -> label[0] = text(element, null);
                case "TD" -> boxes.merge(label[0], text(element, null), (first, more) -> first + "\n" + more);
                default -> collect(element, boxes, label);
            }
        }
    }

    private String text(PDStructureElement element, PDPage inherited) throws IOException {
        PDPage page = element.getPage() == null ? inherited : element.getPage();
        List<String> parts = new ArrayList<>();
        StringBuilder inline = new StringBuilder();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement child) {
                String text = text(child, page);
                if (child.getStructureType().equals("P")) {
                    parts.add(text);
                } else {
                    inline.append(text);
                }
            } else if (kid instanceof PDMarkedContentReference reference) {
                inline.append(content(reference.getPage() == null ? page : reference.getPage(), reference.getMCID()));
            } else if (kid instanceof Integer mcid) {
                inline.append(content(page, mcid));
            }
        }
        if (inline.length() > 0) {
            parts.add(inline.toString());
        }
        return String.join("\n", parts);
    }

    private String content(PDPage page, int mcid) throws IOException {
        Map<Integer, String> ofPage = contents.get(page);
        if (ofPage == null) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            ofPage = new HashMap<>();
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                if (content.getMCID() >= 0) {
                    ofPage.merge(content.getMCID(), spoken(content), String::concat);
                }
            }
            contents.put(page, ofPage);
        }
        return ofPage.getOrDefault(mcid, "");
    }

    private static String spoken(PDMarkedContent content) {
        if (content.getActualText() != null) {
            return content.getActualText();
        }
        StringBuilder text = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof PDMarkedContent inner) {
                text.append(spoken(inner));
            } else if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            }
        }
        return text.toString();
    }
}
