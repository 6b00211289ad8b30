package tenure.query.churnrisk.statistics.learning;

import tenure.query.churnrisk.statistics.measures.Auc;
import tenure.query.churnrisk.statistics.measures.Brier;
import tenure.query.churnrisk.statistics.measures.Reliability;

/**
 * How good a model is, by what models made in the same way said of later rows of other customers.
 *
 * @param rows            rows that were said something of
 * @param customers       different customers in them
 * @param lostCustomers   those of them that were lost
 * @param auc             of the probabilities
 * @param aucAmongLikeAge of what the signals add, each row compared only with rows of the same time and a like age of the
 *                        contract: what is left when being new, or old, is no signal
 * @param brier           of the probabilities, and of the rate of all these rows
 */
public record Evidence(
        int rows,
        int customers,
        int lostCustomers,
        Auc auc,
        Auc aucAmongLikeAge,
        double liftOfTopTenth,
        Brier brier,
        Reliability reliability) {}
