package tenure.domain.risk;

import tenure.domain.shared.Refusal;

/** Why a {@link RiskWatch} says no. */
public enum RiskWatchRefusal implements Refusal {
    CASE_OPEN_FOR_REASON("A case is open for this reason already; work on that one, or close it first."),
    CASE_ID_TAKEN("The customer has had a case of this id, which is closed or has another reason; choose another id."),
    UNKNOWN_CASE("The customer has no such case; check the id, or open the case first."),
    CASE_CLOSED("The case has been closed; open a new one.");

    private final String text;

    RiskWatchRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
