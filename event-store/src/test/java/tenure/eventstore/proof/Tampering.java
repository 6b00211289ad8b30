package tenure.eventstore.proof;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** Every way of tampering with a stored log, each with the first bad position that it must be found at. */
enum Tampering {
    FLIP_A_BIT_OF_AN_EVENT(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            var column = log.oneOf(log.columns("event"));
            if (column.equals("position")) {
                long other = position ^ (1L << log.random.nextInt(22));
                return log.forger.tries(
                                "update eventstore.event set position = " + other + " where position = " + position)
                        ? OptionalLong.of(Math.min(position, other))
                        : OptionalLong.empty();
            }
            return log.flip("event", column, "position = " + position)
                    ? OptionalLong.of(position)
                    : OptionalLong.empty();
        }
    },
    FLIP_A_BIT_OF_A_BATCH(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var batch = log.batch();
            var column = log.oneOf(log.columns("batch"));
            if (!log.flip("batch", column, "last_position = " + batch.last)) {
                return OptionalLong.empty();
            }
            // In the order of their ends, another one may stand in its place.
            return OptionalLong.of(column.equals("last_position") ? log.firstBatchThatDiffers() : batch.first);
        }
    },
    FLIP_A_BIT_OF_THE_HEAD(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var column = log.oneOf(List.of("log", "position", "recorded_at", "hash"));
            if (!log.flip("log_head", column, "true")) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(
                    switch (column) {
                        case "log" -> 1;
                        case "position" ->
                            Math.clamp(
                                    log.forger.number("select position from eventstore.log_head") + 1, 1, log.end + 1);
                        default -> log.batches.getLast().first;
                    });
        }
    },
    FLIP_A_BIT_OF_A_STREAM(false) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long stream = log.streamOf(log.position());
            var column = log.oneOf(List.of("stream_no", "stream", "version"));
            var extreme = column.equals("version") ? "max" : "min";
            return log.flip("stream_head", column, "stream_no = " + stream)
                    ? OptionalLong.of(log.forger.number(
                            "select " + extreme + "(position) from eventstore.event where stream_no = " + stream))
                    : OptionalLong.empty();
        }
    },
    FLIP_A_BIT_OF_A_TYPE(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long type = log.forger.number("select type_id from eventstore.event where position = " + log.position());
            return log.flip("event_type", log.oneOf(List.of("type_id", "name", "revision")), "type_id = " + type)
                    ? OptionalLong.of(
                            log.forger.number("select min(position) from eventstore.event where type_id = " + type))
                    : OptionalLong.empty();
        }
    },
    EMPTY_OR_FILL_A_COLUMN(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            var column = log.oneOf(
                    List.of("customer_id", "user_id", "correlation_id", "causation_id", "command_key", "actor"));
            log.forger.run("update eventstore.event set %s = case when %s is null then '' end where position = %d"
                    .formatted(column, column, position));
            return OptionalLong.of(position);
        }
    },
    MOVE_BYTES_FROM_ONE_COLUMN_TO_THE_NEXT(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            return log.forger.tries("update eventstore.event set customer_id = left(customer_id, -1),"
                            + " user_id = right(customer_id, 1) || coalesce(user_id, '')"
                            + " where customer_id <> '' and position = " + position)
                    ? OptionalLong.of(position)
                    : OptionalLong.empty();
        }
    },
    DELETE_ONE(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            return log.deleteEvents(log.position(), 1);
        }
    },
    DELETE_A_RUN(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            return log.deleteEvents(log.position(), 2 + log.random.nextInt(40));
        }
    },
    DELETE_THE_TAIL_OF_THE_EVENTS(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            return log.deleteEvents(log.position(), log.end);
        }
    },
    DELETE_A_BATCH_ROW(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var batch = log.batch();
            log.forger.run("delete from eventstore.batch where last_position = " + batch.last);
            return OptionalLong.of(batch.first);
        }
    },
    DELETE_A_WHOLE_BATCH(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var batch = log.batch();
            log.forger.run("delete from eventstore.batch where last_position = " + batch.last);
            return log.deleteEvents(batch.first, batch.size());
        }
    },
    DELETE_THE_TAIL_OF_EVENTS_AND_BATCHES(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            return log.truncateFrom(log.batch());
        }
    },
    RESTORE_YESTERDAY(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var first = log.truncateFrom(log.batchAfterTheFirst());
            log.forger.newHeads();
            return first;
        }
    },
    EMPTY_EVERY_TABLE(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.forger.run("delete from eventstore.event");
            log.forger.run("delete from eventstore.batch");
            log.forger.run("delete from eventstore.stream_head");
            log.forger.run("update eventstore.log_head set position = 0, recorded_at = to_timestamp(0),"
                    + " hash = decode(repeat('00', 32), 'hex')");
            return OptionalLong.of(1);
        }
    },
    DELETE_THE_HEAD(false) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.forger.run("delete from eventstore.log_head");
            return OptionalLong.of(log.end + 1);
        }
    },
    SWAP_TWO_EVENTS(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long one = log.position();
            long other = log.otherThan(one);
            log.forger.run("update eventstore.event set position = case position when %d then 9000000 else 9000001 end"
                            .formatted(one)
                    + " where position in (%d, %d)".formatted(one, other));
            log.forger.run("update eventstore.event set position = case position when 9000000 then %d else %d end"
                            .formatted(other, one)
                    + " where position >= 9000000");
            return OptionalLong.of(Math.min(one, other));
        }
    },
    SWAP_TWO_PAYLOADS(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long one = log.position();
            long other = log.otherThan(one);
            log.forger.run(("update eventstore.event e set payload = o.payload from eventstore.event o"
                            + " where e.position in (%1$d, %2$d) and o.position in (%1$d, %2$d)"
                            + " and e.position <> o.position")
                    .formatted(one, other));
            return OptionalLong.of(Math.min(one, other));
        }
    },
    SWAP_TWO_STREAM_NAMES(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long one = log.streamOf(log.position());
            long other = log.streamOf(log.position());
            if (one == other) {
                return OptionalLong.empty();
            }
            log.forger.run("update eventstore.stream_head set stream = stream || '?' where stream_no in (%d, %d)"
                    .formatted(one, other));
            log.forger.run(("update eventstore.stream_head h set stream = replace(o.stream, '?', '!')"
                            + " from eventstore.stream_head o where h.stream_no in (%1$d, %2$d)"
                            + " and o.stream_no in (%1$d, %2$d) and h.stream_no <> o.stream_no")
                    .formatted(one, other));
            log.forger.run("update eventstore.stream_head set stream = replace(stream, '!', '')");
            return OptionalLong.of(log.forger.number(
                    "select min(position) from eventstore.event where stream_no in (%d, %d)".formatted(one, other)));
        }
    },
    INSERT_A_FORGERY_AT_THE_END(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.copyEvent(log.position(), log.end + 1, true);
            return OptionalLong.of(log.end + 1);
        }
    },
    INSERT_A_FORGERY_AND_MOVE_THE_HEADS(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.copyEvent(log.position(), log.end + 1, true);
            log.forger.run("update eventstore.log_head set position = position + 1");
            log.forger.run("update eventstore.stream_head h set version ="
                    + " (select max(version) from eventstore.event e where e.stream_no = h.stream_no)");
            return OptionalLong.of(log.end + 1);
        }
    },
    INSERT_A_FORGERY_IN_BETWEEN(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            log.forger.dropKeys();
            log.forger.run("update eventstore.event set position = position + 1 where position > " + position);
            log.copyEvent(position, position + 1, true);
            log.forger.newLeaf(position + 1);
            return OptionalLong.of(log.shownBy(position + 1));
        }
    },
    INSERT_BEFORE_THE_BEGINNING(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.copyEvent(log.position(), 0, true);
            return OptionalLong.of(0);
        }
    },
    DUPLICATE_AT_THE_SAME_POSITION(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            log.forger.dropKeys();
            log.copyEvent(position, position, false);
            return OptionalLong.of(position);
        }
    },
    REWRITE_AN_EVENT_AND_ITS_LEAF(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            return OptionalLong.of(log.rewrite(log.position()).first);
        }
    },
    REWRITE_AN_EVENT_AND_ITS_BATCH(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            long position = log.position();
            var batch = log.rewrite(position);
            log.forger.newChain(batch.first, batch.last);
            // The checkpoint of that very batch, if there is one, tells no more than the last one before it.
            return OptionalLong.of(
                    log.checkpoints.containsKey(batch.last) ? log.lastCheckpointBefore(batch.first) + 1 : batch.first);
        }
    },
    REWRITE_AN_EVENT_AND_ALL_LATER_HASHES(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var batch = log.rewrite(log.position());
            log.forger.newChain(batch.first, Long.MAX_VALUE);
            log.forger.newHeads();
            return OptionalLong.of(log.lastCheckpointBefore(batch.first) + 1);
        }
    },
    SPLIT_A_BATCH_AND_ALL_LATER_HASHES(true) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            var batch = log.batch();
            if (batch.size() < 2) {
                return OptionalLong.empty();
            }
            log.forger.run(
                    "insert into eventstore.batch select first_position, first_position, recorded_at, previous_hash,"
                            + " hash from eventstore.batch where last_position = " + batch.last);
            log.forger.run("update eventstore.batch set first_position = first_position + 1 where last_position = "
                    + batch.last);
            log.forger.newChain(batch.first, Long.MAX_VALUE);
            log.forger.newHeads();
            return OptionalLong.of(log.lastCheckpointBefore(batch.first) + 1);
        }
    },
    ADD_A_STREAM_WITHOUT_EVENTS(false) {
        @Override
        OptionalLong at(Case log) throws SQLException {
            log.forger.run("insert into eventstore.stream_head (stream, version) values ('forged', "
                    + log.random.nextInt(3) + ")");
            return OptionalLong.of(log.end + 1);
        }
    };

    /** Whether an export of the log shows it. */
    final boolean shown;

    Tampering(boolean shown) {
        this.shown = shown;
    }

    /** Does it. Returns the first bad position; empty when this draw changed nothing. */
    abstract OptionalLong at(Case log) throws SQLException;

    /** A batch of the log as it was written. */
    record Batch(long first, long last) {
        long size() {
            return last - first + 1;
        }
    }

    /** The log as it was written, and dice. */
    static final class Case {
        final Random random;
        final Forger forger;
        final List<Batch> batches;
        final TreeMap<Long, Hash> checkpoints;
        final long end;

        /** @param checkpoints by position */
        Case(Random random, Forger forger, List<Batch> batches, TreeMap<Long, Hash> checkpoints) {
            this.random = random;
            this.forger = forger;
            this.batches = batches;
            this.checkpoints = checkpoints;
            this.end = batches.getLast().last;
        }

        private long position() {
            return 1 + random.nextLong(end);
        }

        private long otherThan(long position) {
            return 1 + (position + random.nextLong(end - 1)) % end;
        }

        private Batch batch() {
            return batches.get(random.nextInt(batches.size()));
        }

        private Batch batchAfterTheFirst() {
            return batches.get(1 + random.nextInt(batches.size() - 1));
        }

        private <T> T oneOf(List<T> things) {
            return things.get(random.nextInt(things.size()));
        }

        private long streamOf(long position) throws SQLException {
            return forger.number("select stream_no from eventstore.event where position = " + position);
        }

        private List<String> columns(String table) {
            return switch (table) {
                case "event" ->
                    List.of(
                            "position",
                            "stream_no",
                            "version",
                            "event_id",
                            "type_id",
                            "occurred_at",
                            "recorded_at",
                            "customer_id",
                            "user_id",
                            "correlation_id",
                            "causation_id",
                            "command_key",
                            "actor",
                            "payload",
                            "metadata",
                            "leaf");
                default -> List.of("first_position", "last_position", "recorded_at", "previous_hash", "hash");
            };
        }

        /** Flips one bit of one value. Returns whether that was possible. */
        private boolean flip(String table, String column, String where) throws SQLException {
            int bit = random.nextInt(1 << 20);
            var flipped = switch (column) {
                case "payload", "metadata", "leaf", "hash", "previous_hash" ->
                    "set_bit(%1$s, %2$d %% (8 * octet_length(%1$s)), 1 - get_bit(%1$s, %2$d %% (8 * octet_length(%1$s))))";
                case "event_id", "log" ->
                    "encode(set_bit(uuid_send(%1$s), %2$d %% 128, 1 - get_bit(uuid_send(%1$s), %2$d %% 128)), 'hex')::uuid";
                case "occurred_at", "recorded_at" -> "%1$s + (1::bigint << (%2$d %% 40)) * interval '1 microsecond'";
                case "position", "version", "stream_no", "first_position", "last_position" ->
                    "%1$s # (1::bigint << (%2$d %% 63))";
                case "type_id", "revision" -> "%1$s # (1 << (%2$d %% 31))";
                // The lowest bits of an ASCII character, which leave it one.
                default ->
                    "overlay(%1$s placing chr(ascii(substr(%1$s, 1 + %2$d %% length(%1$s), 1)) # 1)"
                            + " from 1 + %2$d %% length(%1$s))";
            };
            var identity = List.of("stream_no", "type_id").contains(column) && !table.equals("event");
            if (identity) {
                forger.run("alter table eventstore.%s alter %s drop identity".formatted(table, column));
            }
            var filled = column.matches("payload|metadata") ? " and octet_length(%s) > 0".formatted(column) : "";
            return forger.tries(
                    ("update eventstore.%3$s set %1$s = " + flipped + " where %1$s is not null and %4$s%5$s")
                            .formatted(column, bit, table, where, filled));
        }

        private OptionalLong deleteEvents(long from, long count) throws SQLException {
            forger.run(
                    "delete from eventstore.event where position between %d and %d".formatted(from, from + count - 1));
            return OptionalLong.of(from);
        }

        private OptionalLong truncateFrom(Batch batch) throws SQLException {
            forger.run("delete from eventstore.batch where last_position >= " + batch.last);
            return deleteEvents(batch.first, end);
        }

        /** Changes the payload of an event and computes its leaf anew. Returns its batch. */
        private Batch rewrite(long position) throws SQLException {
            forger.run("update eventstore.event set payload = payload || ' '::bytea where position = " + position);
            forger.newLeaf(position);
            return batchOf(position);
        }

        private Batch batchOf(long position) {
            return batches.stream()
                    .filter(batch -> batch.first <= position && position <= batch.last)
                    .findFirst()
                    .orElseThrow();
        }

        /** A copy of an event, which can pass for another one when it is made plausible. */
        private void copyEvent(long from, long to, boolean plausible) throws SQLException {
            var id = plausible ? "gen_random_uuid()" : "event_id";
            var version = plausible
                    ? "(select h.version + 1 from eventstore.stream_head h where h.stream_no = e.stream_no)"
                    : "version";
            forger.run(("insert into eventstore.event select %d, stream_no, %s, %s, type_id, occurred_at, recorded_at,"
                            + " customer_id, user_id, correlation_id, causation_id, command_key, actor, payload, metadata,"
                            + " leaf from eventstore.event e where position = %d")
                    .formatted(to, version, id, from));
            if (plausible) {
                forger.newLeaf(to);
            }
        }

        /**
         * Where an event put in between shows. By its version, as a rule; one that nothing follows in its stream has a
         * fitting version too, and then it is its neighbour that does not fit its new place.
         */
        private long shownBy(long forged) throws SQLException {
            long later = forger.number(
                    "select count(*) from eventstore.event where position > %1$d and stream_no = (select stream_no from"
                                    .formatted(forged)
                            + " eventstore.event where position = %1$d)".formatted(forged));
            if (later > 0 || forged > end) {
                return forged;
            }
            var batch = batchOf(forged);
            return forged < batch.last ? forged + 1 : batch.first;
        }

        private long firstBatchThatDiffers() throws SQLException {
            var lasts = forger.numbers("select last_position from eventstore.batch order by last_position");
            for (int i = 0; i < lasts.size(); i++) {
                if (lasts.get(i) != batches.get(i).last) {
                    var isLast = i == lasts.size() - 1;
                    return isLast && lasts.get(i) > end ? end + 1 : batches.get(i).first;
                }
            }
            throw new IllegalStateException();
        }

        private long lastCheckpointBefore(long position) {
            var before = checkpoints.lowerKey(position);
            return before == null ? 0 : before;
        }
    }
}
