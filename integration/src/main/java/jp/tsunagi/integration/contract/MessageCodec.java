package jp.tsunagi.integration.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns bodies into JSON and back, and holds what comes in against its schema.
 *
 * <p>Unknown fields are ignored, so that a newer sender can speak to an older reader; unknown major versions are refused.
 * The JSON is parsed once under limits before any schema sees it. Thread-safe.
 */
public final class MessageCodec {

    private final Map<MessageType, Schema> schemas = new EnumMap<>(MessageType.class);
    private final JsonMapper json;

    public MessageCodec() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(WireHeaders.MAX_BODY_BYTES)
                        .maxNestingDepth(WireHeaders.MAX_JSON_DEPTH)
                        .maxStringLength(WireHeaders.MAX_STRING_LENGTH)
                        .maxNameLength(200)
                        .maxNumberLength(50)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        this.json = JsonMapper.builder(factory)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        for (MessageType type : MessageType.values()) {
            schemas.put(type, load(registry, type));
        }
    }

    private static Schema load(SchemaRegistry registry, MessageType type) {
        try (InputStream in = MessageCodec.class.getResourceAsStream(type.schemaResource())) {
            if (in == null) {
                throw new IllegalStateException("No schema for " + type.wireName());
            }
            return registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as JSON in UTF-8; absent values are left out. */
    public byte[] encode(Object body) {
        return json.writeValueAsBytes(body);
    }

    /**
     * Reads the body of a message to the hub.
     *
     * @throws UnreadableMessage where it is no JSON within the limits, or not what its schema asks for
     * @throws IllegalArgumentException where the type does not go to the hub
     */
    public AgencyBody decode(MessageType type, int version, byte[] utf8) {
        if (type.direction() != MessageType.Direction.TO_HUB) {
            throw new IllegalArgumentException("Not a message to the hub: " + type.wireName());
        }
        return decode(type, version, utf8, AgencyBody.class);
    }

    /** Reads a message to an agency; what a gateway uses. */
    public Notice decodeNotice(int version, byte[] utf8) {
        return decode(MessageType.NOTICE, version, utf8, Notice.class);
    }

    /** Reads a message to an agency; what a gateway uses. */
    public Acknowledgement decodeAcknowledgement(int version, byte[] utf8) {
        return decode(MessageType.ACKNOWLEDGEMENT, version, utf8, Acknowledgement.class);
    }

    private <T> T decode(MessageType type, int version, byte[] utf8, Class<T> as) {
        if (version != type.version()) {
            throw new UnreadableMessage(FailureCode.VERSION_UNSUPPORTED);
        }
        String text = text(utf8);
        JsonNode tree = parse(text);
        check(type, text);
        try {
            return as.cast(json.treeToValue(tree, type.body()));
        } catch (DatabindException e) {
            // What the schema lets through and the record does not: a date that no calendar has.
            String field = e.getPath().stream()
                    .map(step ->
                            step.getPropertyName() != null ? step.getPropertyName() : String.valueOf(step.getIndex()))
                    .collect(Collectors.joining("/"));
            throw new UnreadableMessage(FailureCode.SCHEMA_VIOLATED, Map.of(field, "format"));
        }
    }

    /** The bytes as text. @throws UnreadableMessage where they are not UTF-8 */
    public String text(byte[] utf8) {
        if (utf8.length > WireHeaders.MAX_BODY_BYTES) {
            throw new UnreadableMessage(FailureCode.BODY_TOO_LARGE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableMessage(FailureCode.BODY_NOT_JSON);
        }
    }

    /** The text as JSON within the limits. @throws UnreadableMessage where it is none; the text is never quoted */
    public JsonNode parse(String text) {
        try {
            JsonNode tree = json.readTree(text);
            if (!tree.isObject()) {
                throw new UnreadableMessage(FailureCode.BODY_NOT_JSON);
            }
            return tree;
        } catch (JacksonException e) {
            throw new UnreadableMessage(FailureCode.BODY_NOT_JSON);
        }
    }

    private void check(MessageType type, String text) {
        Schema schema = schemas.get(type);
        List<Error> errors = schema == null ? List.of() : schema.validate(text, InputFormat.JSON);
        if (errors.isEmpty()) {
            return;
        }
        Map<String, String> fields = new TreeMap<>();
        for (Error error : errors) {
            fields.putIfAbsent(fieldOf(error), String.valueOf(error.getKeyword()));
        }
        throw new UnreadableMessage(FailureCode.SCHEMA_VIOLATED, fields);
    }

    private static String fieldOf(Error error) {
        String pointer = String.valueOf(error.getInstanceLocation());
        String path = pointer.startsWith("/") ? pointer.substring(1) : "";
        String missing = error.getProperty();
        if (missing == null || !"required".equals(error.getKeyword())) {
            return path;
        }
        return path.isEmpty() ? missing : path + "/" + missing;
    }
}
