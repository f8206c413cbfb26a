package jp.tsunagi.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The API's description at {@code /v3/api-docs}: who may call, and how every call can be refused. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "The request cannot be read.",
            "401", "Sign in first.",
            "403", "The caller may know of the thing, and may not do this to it.",
            "404", "Does not exist, or does not exist for this caller.",
            "409", "The present state, her consent or the work of others is in the way.",
            "410", "Was there, and the consent to it is gone.",
            "413", "The body is larger than is accepted.",
            "422", "Fields must be mended, see `fields`.",
            "503", "A part that is needed is away; nothing was done. Try again later."));

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        LocalTime.class,
                        new StringSchema().pattern("^\\d{2}:\\d{2}$").example("10:00"))
                .replaceWithSchema(
                        LocalDateTime.class,
                        new StringSchema()
                                .description("Local to Asia/Tokyo, without offset")
                                .example("2026-12-03T10:00"));
    }

    @Bean
    OpenAPI openApi(Environment environment) {
        Components components = new Components()
                .addSchemas(PROBLEM, problem())
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("つなぎ (Tsunagi)")
                        .version("1")
                        .description("Case conferences (個別ケース検討会議) between agencies. Errors are RFC 9457 problem"
                                + " documents; what the caller may not know of is 404.")
                        .license(new License().name("AGPL-3.0-or-later")))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            components.addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
            api.addSecurityItem(new SecurityRequirement().addList("basic"));
        }
        REFUSALS.forEach((status, text) -> components.addResponses(
                name(status),
                new ApiResponse()
                        .description(text)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
        return api;
    }

    /** Every call can be refused in every way, and nothing but the API is described. */
    @Bean
    GlobalOpenApiCustomizer refusals() {
        return api -> {
            // Another machine's address would be out of date behind a proxy.
            api.setServers(List.of(new Server().url("/")));
            if (api.getPaths() != null) {
                api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addRefusals));
            }
        };
    }

    private static void addRefusals(Operation operation) {
        REFUSALS.keySet().forEach(status -> operation
                .getResponses()
                .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name(status))));
    }

    private static String name(String status) {
        return PROBLEM + status;
    }

    private static Schema<?> problem() {
        Schema<?> texts = new MapSchema().additionalProperties(new StringSchema());
        return new ObjectSchema()
                .description("Why a call was refused (RFC 9457)")
                .addProperty("type", new StringSchema().example("urn:tsunagi:problem:consent.not-valid"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What happened and what to do, in Japanese"))
                .addProperty("detailEn", new StringSchema().description("The same in English"))
                .addProperty("rule", new StringSchema().example("consent.not-valid"))
                .addProperty("fields", texts.description("Field name to message in Japanese"))
                .addProperty(
                        "fieldsEn",
                        new MapSchema()
                                .additionalProperties(new StringSchema())
                                .description("Field name to message in English"))
                .required(List.of("type", "title", "status", "detail", "detailEn", "rule"));
    }
}
