package jp.tsunagi.command;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.shared.Refusal;

/**
 * Kept in the aggregate, in the same save as the effect, so that a repeat has no second one.
 *
 * @param commandId see {@link Command#id}
 * @param digest see {@link Command#digest}
 */
public record SeenCommand(
        @Classified(FieldClass.OPERATION) String commandId, @Classified(FieldClass.OPERATION) String digest) {

    /** An aggregate remembers this many of its last commands. */
    private static final int REMEMBERED = 200;

    /**
     * Whether this command has had its effect.
     *
     * @throws jp.tsunagi.shared.Refused with {@code idempotency.key-reused} where the key came with something else
     */
    public static boolean contains(List<SeenCommand> seen, Command command) {
        for (SeenCommand earlier : seen) {
            if (earlier.commandId.equals(command.id())) {
                if (!earlier.digest.equals(command.digest())) {
                    throw Refusal.invalid("idempotency.key-reused");
                }
                return true;
            }
        }
        return false;
    }

    /** The list with this command added, the oldest dropped where it grows too long. */
    public static List<SeenCommand> with(List<SeenCommand> seen, Command command) {
        List<SeenCommand> longer = new ArrayList<>(seen);
        longer.add(new SeenCommand(command.id(), command.digest()));
        return longer.size() <= REMEMBERED
                ? List.copyOf(longer)
                : List.copyOf(longer.subList(longer.size() - REMEMBERED, longer.size()));
    }
}
