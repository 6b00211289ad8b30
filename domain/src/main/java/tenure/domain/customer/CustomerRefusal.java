package tenure.domain.customer;

import tenure.domain.shared.Refusal;

/** Why a {@link Customer} says no. */
public enum CustomerRefusal implements Refusal {
    ALREADY_CHURNED("The customer has left already, on another day; correct that day at its source."),
    CHURN_BEFORE_REGISTRATION("A customer cannot leave before the day it registered; check churnedOn."),
    CHURN_BEFORE_WIN_BACK("A customer cannot leave again before the day it was won back; check churnedOn."),
    HAS_NOT_CHURNED("The customer has not left, or has been won back; record first that it left."),
    WON_BACK_BEFORE_CHURN("A customer cannot come back before the day it left; check wonBackOn.");

    private final String text;

    CustomerRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
