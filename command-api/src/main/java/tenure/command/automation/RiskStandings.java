package tenure.command.automation;

import java.time.LocalDate;
import java.util.List;

/** Whoever computes risk, which is not done on this side: tells which flags are not as they should be. */
@FunctionalInterface
public interface RiskStandings {

    /** What has to be done at the end of a day. */
    List<Standing> due(LocalDate day);

    /**
     * A flag that is not as it should be.
     *
     * @param raise  whether it has to be raised; otherwise it has to be cleared
     * @param since  the day at whose end it should have been
     * @param health then, in whole points
     */
    record Standing(String customerId, String reason, String modelId, boolean raise, LocalDate since, int health) {}
}
