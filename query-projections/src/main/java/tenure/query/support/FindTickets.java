package tenure.query.support;

import tenure.query.shared.Question;

/** Asks for the tickets of a customer. */
record FindTickets(String customerId, State state, Level level, Kind kind, long after, int limit) {

    /** Whether tickets are settled. */
    enum State {
        ALL,
        OPEN,
        SETTLED
    }

    /** How far into the product they lead. */
    enum Level {
        ALL,
        INTRODUCTORY,
        CORE,
        ADVANCED,
        UNCLASSIFIED
    }

    /** What they are about. */
    enum Kind {
        ALL,
        HOW_TO,
        DEFECT,
        REQUEST,
        BILLING,
        OTHER
    }

    static FindTickets of(String customerId, Question question) {
        return new FindTickets(
                customerId,
                question.choice("state", State.class, State.ALL),
                question.choice("level", Level.class, Level.ALL),
                question.choice("ticketKind", Kind.class, Kind.ALL),
                question.cursor(0),
                question.limit(100));
    }

    boolean wants(SeenTicket seen) {
        var settled = seen.ticket().isSettled();
        var stateFits = state == State.ALL || settled == (state == State.SETTLED);
        var levelFits =
                level == Level.ALL || Question.word(level).equals(seen.level() == null ? "unclassified" : seen.level());
        var kindFits =
                kind == Kind.ALL || Question.word(kind).equals(seen.ticket().matter());
        return stateFits && levelFits && kindFits;
    }
}
