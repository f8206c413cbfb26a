package jp.tsunagi.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * How the API reads and writes JSON: what is not understood is refused rather than passed over, because a mistyped field
 * name could be the one that withholds her address.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;

    /** A builder with the bounds that only the factory of the parser can set. */
    static JsonMapper.Builder bounded() {
        return JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build());
    }

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfigDefaults(
                        scalars -> scalars.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setAcceptBlankAsEmpty(false))
                // A hole in a list is a mistake of the sender, not something to drop in silence.
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("tsunagi")
                        .addDeserializer(String.class, new Text<>(String.class, StrictJson::whole, "kind-text"))
                        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, TimeTexts::date, "kind-date"))
                        .addDeserializer(
                                LocalDateTime.class,
                                new Text<>(LocalDateTime.class, TimeTexts::dateTime, "kind-date-time"))
                        .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, TimeTexts::time, "kind-time"))
                        .addSerializer(LocalTime.class, new HoursAndMinutes())
                        .addSerializer(LocalDateTime.class, new LocalText<>(LocalDateTime.class, Function.identity()))
                        .addSerializer(
                                Instant.class,
                                new LocalText<>(
                                        Instant.class,
                                        instant -> LocalDateTime.ofInstant(instant, TimeConfiguration.JAPAN))));
    }

    /** Half of a surrogate pair can be read but never written again: everybody who looks would get an error. */
    private static String whole(String text) {
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (broken) {
            throw Unreadable.because("broken-character");
        }
        return text;
    }

    /** Refused while a field is read; Jackson adds the path. */
    static final class NotReadable extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private final Unreadable why;

        private NotReadable(JsonParser parser, Class<?> type, Unreadable why) {
            super(parser, "A value is not of its kind", type);
            this.why = why;
        }

        Unreadable why() {
            return why;
        }
    }

    private static final class Text<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> reading;
        private final String expected;

        Text(Class<T> type, Function<String, T> reading, String expected) {
            super(type);
            this.type = type;
            this.reading = reading;
            this.expected = expected;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new NotReadable(parser, type, Unreadable.because(expected));
            }
            try {
                return reading.apply(parser.getString());
            } catch (Unreadable e) {
                throw new NotReadable(parser, type, e);
            }
        }
    }

    private static final class HoursAndMinutes extends StdScalarSerializer<LocalTime> {

        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm");

        HoursAndMinutes() {
            super(LocalTime.class);
        }

        @Override
        public void serialize(LocalTime time, JsonGenerator json, SerializationContext context) {
            json.writeString(FORMAT.format(time));
        }
    }

    /** Times as the contract has them: local to Japan, without an offset, seconds only where there are any. */
    private static final class LocalText<T> extends StdScalarSerializer<T> {

        private final Function<T, LocalDateTime> local;

        LocalText(Class<T> type, Function<T, LocalDateTime> local) {
            super(type);
            this.local = local;
        }

        @Override
        public void serialize(T time, JsonGenerator json, SerializationContext context) {
            json.writeString(local.apply(time).toString());
        }
    }
}
