package tenure.domain.customer;

import tenure.domain.shared.Refusal;

/** Why a {@link Customer} says no. */
public enum CustomerRefusal implements Refusal {
    ALREADY_CHURNED("The customer has left already, on another day; correct that day at its source."),
    CHURN_BEFORE_REGISTRATION("A customer cannot leave before the day it registered; check churnedOn.");

    private final String text;

    CustomerRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
