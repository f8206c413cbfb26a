package jp.tsunagi.conference;

import java.util.Objects;
import jp.tsunagi.document.Edition;
import jp.tsunagi.document.RecordViewsPaper;
import jp.tsunagi.document.RecordViewsPrinter;
import jp.tsunagi.protection.Projection;
import org.springframework.stereotype.Component;

/** Who saw her record, on paper, for her. Made from the audit by those who help her; there after a withdrawal, too. */
@Component
class RecordViewsEdition implements EditionKind {

    private final RecordViews views;
    private final Directory directory;
    private final RecordViewsPrinter printer;

    RecordViewsEdition(RecordViews views, Directory directory, RecordViewsPrinter printer) {
        this.views = views;
        this.directory = directory;
        this.printer = printer;
    }

    @Override
    public String kind() {
        return "record-views";
    }

    /** @throws jp.tsunagi.shared.Refused as {@link RecordViews#read} */
    @Override
    public void require(Ask ask) {
        PaperReaders.requireReader(ask.standing());
        RecordViews.require(ask.sight());
    }

    @Override
    public Made make(Ask ask, Edition edition) {
        Projection projection = views.of(ask.sight());
        Shown shown = Shown.of(projection);
        RecordViewsPaper paper = new RecordViewsPaper(
                edition,
                shown.list("views").stream()
                        .map(view -> new RecordViewsPaper.View(
                                Objects.requireNonNull(view.date("day")),
                                directory.nameOf(Objects.requireNonNull(view.text("agency"))),
                                Objects.requireNonNullElse(view.text("section"), ""),
                                view.texts("things"),
                                Objects.requireNonNull(view.text("why")),
                                view.count("times")))
                        .toList(),
                shown.isTrue("more"));
        return new Made(printer.print(paper), projection);
    }
}
