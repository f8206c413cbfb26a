package jp.tsunagi.protection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records as BSON documents and reads them back. A component whose {@link FieldClass} is sealed becomes ciphertext,
 * an empty one too; a component without a class must itself be a record (or a list or map of records) whose components
 * have one. The identifier of the document is its component {@code id}.
 *
 * <p>Plain values: strings, numbers, booleans, enums (by name), instants (as BSON dates), other dates and times (ISO
 * text), records of one component {@code value} (as that value), lists, sets, maps by string, enum or typed
 * identifier, nested records.
 */
public final class RecordCodec {

    private static final int SCHEMA = 1;

    /** Enums by name, as everywhere: Jackson would take what they print. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private final String collection;
    private final String owner;
    private final Sealer sealer;

    /**
     * @param collection where the document lies
     * @param owner whose key it is
     */
    RecordCodec(String collection, String owner, Sealer sealer) {
        this.collection = collection;
        this.owner = owner;
        this.sealer = sealer;
    }

    <S extends Record & Stored> Document write(S record) {
        return write((Record) record, record.id() + "|");
    }

    <S extends Record & Stored> S read(Class<S> type, Document document) {
        return type.cast(read(type, document, document.getString("_id") + "|"));
    }

    /** The class of a component, or null where its own components carry one each. */
    static @Nullable FieldClass classOf(RecordComponent component) {
        Classified classified = component.getAnnotation(Classified.class);
        return classified == null ? null : classified.value();
    }

    static boolean isFreeText(RecordComponent component) {
        Classified classified = component.getAnnotation(Classified.class);
        return classified != null && classified.freeText();
    }

    private Document write(Record record, String path) {
        Document document = new Document();
        for (RecordComponent component : componentsOf(record.getClass())) {
            String name = component.getName();
            Object value = valueOf(component, record);
            FieldClass fieldClass = classOf(component);
            if (fieldClass != null && fieldClass.sealed()) {
                document.append(name, new Binary(sealer.seal(JSON.writeValueAsBytes(value), place(path + name))));
            } else if (value != null) {
                document.append(name.equals("id") ? "_id" : name, plain(value, path + name + "."));
            }
        }
        return document;
    }

    private Object plain(Object value, String path) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (value instanceof Temporal) {
            return value.toString();
        }
        if (value instanceof Collection<?> elements) {
            List<Object> list = new ArrayList<>(elements.size());
            for (Object element : elements) {
                list.add(plain(element, path + list.size() + "."));
            }
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Document document = new Document();
            map.forEach((key, element) -> {
                String name = plain(key, path).toString();
                document.append(name, plain(element, path + name + "."));
            });
            return document;
        }
        if (value instanceof Record record) {
            RecordComponent single = single(record.getClass());
            return single == null ? write(record, path) : plain(requirePresent(valueOf(single, record)), path);
        }
        return value;
    }

    private Object read(Class<?> type, Document document, String path) {
        RecordComponent[] components = componentsOf(type);
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String name = component.getName();
            types[i] = component.getType();
            FieldClass fieldClass = classOf(component);
            Object stored = document.get(name.equals("id") ? "_id" : name);
            if (fieldClass != null && fieldClass.sealed()) {
                values[i] = stored == null
                        ? empty(component.getType())
                        : open((Binary) stored, component, place(path + name));
            } else {
                values[i] = stored == null
                        ? empty(component.getType())
                        : value(component.getGenericType(), stored, path + name + ".");
            }
        }
        return make(type, types, values);
    }

    private @Nullable Object open(Binary sealed, RecordComponent component, String place) {
        byte[] plain = sealer.open(sealed.getData(), place);
        try {
            return JSON.readValue(plain, JSON.constructType(component.getGenericType()));
        } catch (JacksonException e) {
            // Without the cause: its text would quote the value.
            throw new IllegalStateException("A sealed value does not fit the component " + component.getName());
        }
    }

    private Object value(Type type, Object stored, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (stored instanceof List<?> elements) {
                Collection<Object> read = generic.getRawType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
                int index = 0;
                for (Object element : elements) {
                    read.add(value(arguments[0], element, path + index++ + "."));
                }
                return read;
            }
            Map<Object, Object> read = new LinkedHashMap<>();
            ((Document) stored)
                    .forEach((key, element) ->
                            read.put(value(arguments[0], key, path), value(arguments[1], element, path + key + ".")));
            return read;
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            RecordComponent single = single(raw);
            if (single == null) {
                return read(raw, (Document) stored, path);
            }
            return make(raw, new Class<?>[] {single.getType()}, value(single.getGenericType(), stored, path));
        }
        if (raw == Instant.class) {
            return ((Date) stored).toInstant();
        }
        if (raw == long.class || raw == Long.class) {
            return ((Number) stored).longValue();
        }
        if (raw == int.class || raw == Integer.class) {
            return ((Number) stored).intValue();
        }
        return raw.isInstance(stored) || raw.isPrimitive() ? stored : JSON.convertValue(stored, raw);
    }

    private String place(String path) {
        return owner + "|" + collection + "|" + path + "|" + SCHEMA;
    }

    private static @Nullable Object empty(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return type.isPrimitive() ? (Object) 0 : null;
    }

    private static Object requirePresent(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("A typed identifier without a value cannot be stored");
        }
        return value;
    }

    /** The component of a record that wraps one value, such as a typed identifier. */
    private static @Nullable RecordComponent single(Class<?> type) {
        RecordComponent[] components = componentsOf(type);
        return components.length == 1 && components[0].getName().equals("value") ? components[0] : null;
    }

    static RecordComponent[] componentsOf(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, record -> {
            RecordComponent[] components = record.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        });
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The component " + component.getName() + " cannot be read", e);
        }
    }

    private static Object make(Class<?> type, Class<?>[] types, @Nullable Object... values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A stored document does not fit " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A stored document does not fit " + type.getSimpleName(), e);
        }
    }
}
