package jp.tsunagi.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP, for everybody who is signed in: nothing in it is about anybody. */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The pillars in their order. */
    record Offered(List<CataloguePart> pillars) {}

    @GetMapping
    @Operation(
            summary =
                    "The measures that a plan may take over, by pillar; with text, those in which all its words occur")
    Offered all(@RequestParam(defaultValue = "") String text) {
        return new Offered(catalogue.search(text));
    }
}
