package jp.tsunagi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = {WebConfiguration.class, WebTestApp.class})
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    MultipleOpenApiSupportConfiguration.class
})
@ActiveProfiles("demo")
class ApiDescriptionTest {

    @Test
    void describesEveryCallWithItsRefusals(@Autowired WebApplicationContext context) throws Exception {
        String body = MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get("/v3/api-docs"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode api = JsonMapper.builder().build().readTree(body);

        assertThat(api.at("/info/title").asString()).contains("つなぎ");
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(api.at("/components/securitySchemes").propertyNames()).containsExactlyInAnyOrder("basic", "bearer");
        assertThat(api.at("/components/schemas/Problem/properties").propertyNames())
                .contains("rule", "fields", "detailEn");
        assertThat(schema(api, "Slot").at("/properties/start/type").asString()).isEqualTo("string");
        assertThat(schema(api, "Call").at("/properties/startsAt/format").isMissingNode())
                .isTrue();
        JsonNode paths = api.path("paths");
        assertThat(paths.propertyNames()).isNotEmpty().allMatch(path -> path.startsWith("/api/"));
        paths.forEach(path ->
                path.forEach(operation -> assertThat(operation.path("responses").propertyNames())
                        .contains("400", "401", "404", "409", "413", "422", "503")));
        assertThat(api.at("/components/responses/Problem422/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    /** A schema by the simple name of its record: the description uses whole names, lest two of one name meet. */
    private static JsonNode schema(JsonNode api, String simpleName) {
        JsonNode schemas = api.at("/components/schemas");
        return schemas.propertyNames().stream()
                .filter(name -> name.endsWith("." + simpleName) || name.endsWith("$" + simpleName))
                .findFirst()
                .map(schemas::path)
                .orElseThrow();
    }
}
