package tenure.eventstore.proof;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** Every way of tampering with a stored log, each with the first bad position that it must be found at. */
enum Tampering {
    FLIP_A_BIT_OF_AN_EVENT(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
            var batch = log.batch();
            var column = log.oneOf(log.columns("batch"));
            if (!log.flip("batch", column, "last_position = " + batch.last())) {
                return OptionalLong.empty();
            }
            // In the order of their ends, another one may stand in its place.
            return OptionalLong.of(column.equals("last_position") ? log.firstBatchThatDiffers() : batch.first());
        }
    },
    FLIP_A_BIT_OF_THE_HEAD(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var column = log.oneOf(List.of("log", "position"));
            if (!log.flip("log_head", column, "true")) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(
                    column.equals("log")
                            ? 1
                            : Math.clamp(
                                    log.forger.number("select position from eventstore.log_head") + 1, 1, log.end + 1));
        }
    },
    FLIP_A_BIT_OF_A_STREAM(false) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
            long type = log.forger.number("select type_id from eventstore.event where position = " + log.position());
            return log.flip("event_type", log.oneOf(List.of("type_id", "name", "revision")), "type_id = " + type)
                    ? OptionalLong.of(
                            log.forger.number("select min(position) from eventstore.event where type_id = " + type))
                    : OptionalLong.empty();
        }
    },
    EMPTY_OR_FILL_A_COLUMN(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
            return log.deleteEvents(log.position(), 1);
        }
    },
    DELETE_A_RUN(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            return log.deleteEvents(log.position(), 2 + log.random.nextInt(40));
        }
    },
    DELETE_THE_TAIL_OF_THE_EVENTS(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            return log.deleteEvents(log.position(), log.end);
        }
    },
    DELETE_A_BATCH_ROW(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var batch = log.batch();
            log.forger.run("delete from eventstore.batch where last_position = " + batch.last());
            return OptionalLong.of(batch.first());
        }
    },
    DELETE_A_WHOLE_BATCH(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var batch = log.batch();
            log.forger.run("delete from eventstore.batch where last_position = " + batch.last());
            return log.deleteEvents(batch.first(), batch.size());
        }
    },
    DELETE_THE_TAIL_OF_EVENTS_AND_BATCHES(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            return log.truncateFrom(log.batch());
        }
    },
    RESTORE_YESTERDAY(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var first = log.truncateFrom(log.batchAfterTheFirst());
            log.forger.newHeads();
            return first;
        }
    },
    EMPTY_EVERY_TABLE(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            log.forger.run("delete from eventstore.event");
            log.forger.run("delete from eventstore.batch");
            log.forger.run("delete from eventstore.stream_head");
            log.forger.run("update eventstore.log_head set position = 0");
            return OptionalLong.of(1);
        }
    },
    DELETE_THE_HEAD(false) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            log.forger.run("delete from eventstore.log_head");
            return OptionalLong.of(log.end + 1);
        }
    },
    SWAP_TWO_EVENTS(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
            log.copyEvent(log.position(), log.end + 1, true);
            return OptionalLong.of(log.end + 1);
        }
    },
    INSERT_A_FORGERY_AND_MOVE_THE_HEADS(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            log.copyEvent(log.position(), log.end + 1, true);
            log.forger.run("update eventstore.log_head set position = position + 1");
            log.forger.run("update eventstore.stream_head h set version ="
                    + " (select max(version) from eventstore.event e where e.stream_no = h.stream_no)");
            return OptionalLong.of(log.end + 1);
        }
    },
    INSERT_A_FORGERY_IN_BETWEEN(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
        OptionalLong at(StoredLog log) throws SQLException {
            log.copyEvent(log.position(), 0, true);
            return OptionalLong.of(0);
        }
    },
    DUPLICATE_AT_THE_SAME_POSITION(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            long position = log.position();
            log.forger.dropKeys();
            log.copyEvent(position, position, false);
            return OptionalLong.of(position);
        }
    },
    REWRITE_AN_EVENT_AND_ITS_LEAF(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            return OptionalLong.of(log.rewrite(log.position()).first());
        }
    },
    REWRITE_AN_EVENT_AND_ITS_BATCH(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            long position = log.position();
            var batch = log.rewrite(position);
            log.forger.newChain(batch.first(), batch.last());
            // The checkpoint of that very batch, if there is one, tells no more than the last one before it.
            return OptionalLong.of(
                    log.checkpoints.containsKey(batch.last())
                            ? log.lastCheckpointBefore(batch.first()) + 1
                            : batch.first());
        }
    },
    REWRITE_AN_EVENT_AND_ALL_LATER_HASHES(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var batch = log.rewrite(log.position());
            log.forger.newChain(batch.first(), Long.MAX_VALUE);
            log.forger.newHeads();
            return OptionalLong.of(log.lastCheckpointBefore(batch.first()) + 1);
        }
    },
    SPLIT_A_BATCH_AND_ALL_LATER_HASHES(true) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
            var batch = log.batch();
            if (batch.size() < 2) {
                return OptionalLong.empty();
            }
            log.forger.run(
                    "insert into eventstore.batch select first_position, first_position, recorded_at, previous_hash,"
                            + " hash from eventstore.batch where last_position = " + batch.last());
            log.forger.run("update eventstore.batch set first_position = first_position + 1 where last_position = "
                    + batch.last());
            log.forger.newChain(batch.first(), Long.MAX_VALUE);
            log.forger.newHeads();
            return OptionalLong.of(log.lastCheckpointBefore(batch.first()) + 1);
        }
    },
    ADD_A_STREAM_WITHOUT_EVENTS(false) {
        @Override
        OptionalLong at(StoredLog log) throws SQLException {
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
    abstract OptionalLong at(StoredLog log) throws SQLException;
}
