package tenure.domain.license;

import tenure.domain.shared.Refusal;

/** Why a {@link License} says no. */
public enum LicenseRefusal implements Refusal {
    ALREADY_CANCELLED("The license has been cancelled; sell a new one."),
    OUTSIDE_TERM(
            "The day is in no term of the license; choose one that is paid for, or add a term with renew-license."),
    TERMS_OVERLAP(
            "The new term starts before the last one ends; start it on that day, or change seats or plan of the last."),
    CURRENCY_DIFFERS("A license keeps the currency it was sold in; sell a new one for another currency."),
    CANCELLED_BEFORE_START("A license cannot end before its first day; check effectiveOn."),
    ALL_SEATS_TAKEN("Every seat paid for from that day on is taken; release one or add seats first."),
    SEATS_STILL_ASSIGNED("More users have a seat than seats are to be paid for; name those to release."),
    NOTICE_AFTER_TERM("The last term is over by then, too late for notice; renew-license adds a term, if it goes on."),
    NOT_YET_OVER("The term is not over yet; a license expires or goes on by itself on the first day after it."),
    NO_NOTICE_GIVEN("No notice has been given for the last term, so there is none to take back.");

    private final String text;

    LicenseRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
