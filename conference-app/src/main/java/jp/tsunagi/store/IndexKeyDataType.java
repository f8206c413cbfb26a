package jp.tsunagi.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Keys of unique indexes. The stock type serialises both keys with Java for every single comparison of a search; texts
 * and numbers, which nearly all keys are, are compared as what they are here.
 */
final class IndexKeyDataType extends BasicDataType<KeyValue> {

    private static final byte OTHER = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;
    private static final int ESTIMATED_BYTES = 120;

    private final ObjectDataType others = new ObjectDataType();

    private static byte kindOf(KeyValue key) {
        if (key.size() != 1) {
            return OTHER;
        }
        Object value = key.get(0);
        return value instanceof String ? TEXT : value instanceof Double ? NUMBER : OTHER;
    }

    @Override
    public int compare(KeyValue one, KeyValue other) {
        byte kind = kindOf(one);
        byte otherKind = kindOf(other);
        if (kind != otherKind) {
            return Byte.compare(kind, otherKind);
        }
        return switch (kind) {
            case TEXT -> ((String) one.get(0)).compareTo((String) other.get(0));
            case NUMBER -> Double.compare((Double) one.get(0), (Double) other.get(0));
            default -> others.compare(one, other);
        };
    }

    @Override
    public int getMemory(KeyValue key) {
        return ESTIMATED_BYTES;
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        byte kind = kindOf(key);
        target.put(kind);
        switch (kind) {
            case TEXT -> StringDataType.INSTANCE.write(target, (String) key.get(0));
            case NUMBER -> target.putLong(Double.doubleToRawLongBits((Double) key.get(0)));
            default -> others.write(target, key);
        }
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        return switch (source.get()) {
            case TEXT -> new KeyValue(StringDataType.INSTANCE.read(source));
            case NUMBER -> new KeyValue(Double.longBitsToDouble(source.getLong()));
            default -> (KeyValue) others.read(source);
        };
    }
}
