package tenure.query.revenue;

/** What can be counted of customers on two days, in customers and in money. Source: definitions.md §3.9. */
enum Part {
    /** Under contract on the first day. */
    START {
        @Override
        boolean has(Movement movement) {
            return movement.start() != null;
        }

        @Override
        long amount(Movement movement) {
            return movement.startAmount();
        }
    },
    /** Under contract on the second day. */
    END {
        @Override
        boolean has(Movement movement) {
            return movement.end() != null;
        }

        @Override
        long amount(Movement movement) {
            return movement.endAmount();
        }
    },
    /** Under contract on the first day, and not on the second. */
    LOST {
        @Override
        boolean has(Movement movement) {
            return movement.start() != null && movement.end() == null;
        }

        @Override
        long amount(Movement movement) {
            return has(movement) ? movement.startAmount() : 0;
        }
    },
    /** Pays less than on the first day, and still something or a free plan. */
    DOWNSELL {
        @Override
        boolean has(Movement movement) {
            return amount(movement) > 0;
        }

        @Override
        long amount(Movement movement) {
            return RETAINED.has(movement) ? Math.max(0, movement.startAmount() - movement.endAmount()) : 0;
        }
    },
    /** Lost and downsell together. */
    CHURN {
        @Override
        boolean has(Movement movement) {
            return LOST.has(movement) || DOWNSELL.has(movement);
        }

        @Override
        long amount(Movement movement) {
            return LOST.amount(movement) + DOWNSELL.amount(movement);
        }
    },
    /** Pays more than on the first day. */
    EXPANSION {
        @Override
        boolean has(Movement movement) {
            return amount(movement) > 0;
        }

        @Override
        long amount(Movement movement) {
            return RETAINED.has(movement) ? Math.max(0, movement.endAmount() - movement.startAmount()) : 0;
        }
    },
    /** Under contract on the second day for the first time. */
    NEW {
        @Override
        boolean has(Movement movement) {
            return movement.start() == null && movement.end() != null && !movement.before();
        }

        @Override
        long amount(Movement movement) {
            return has(movement) ? movement.endAmount() : 0;
        }
    },
    /** Under contract on the second day and not on the first, but before it. */
    WON_BACK {
        @Override
        boolean has(Movement movement) {
            return movement.start() == null && movement.end() != null && movement.before();
        }

        @Override
        long amount(Movement movement) {
            return has(movement) ? movement.endAmount() : 0;
        }
    },
    /** Under contract on both days; of the money, what is paid on the second day by those of the first. */
    RETAINED {
        @Override
        boolean has(Movement movement) {
            return movement.start() != null && movement.end() != null;
        }

        @Override
        long amount(Movement movement) {
            return has(movement) ? movement.endAmount() : 0;
        }
    },
    /** What was paid on the first day and still is: no customer makes up for another. */
    KEPT {
        @Override
        boolean has(Movement movement) {
            return RETAINED.has(movement);
        }

        @Override
        long amount(Movement movement) {
            return Math.min(movement.startAmount(), movement.endAmount());
        }
    };

    /** Whether it counts as a customer. */
    abstract boolean has(Movement movement);

    /** What it counts for in money, in minor units. */
    abstract long amount(Movement movement);
}
