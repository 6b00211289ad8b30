package tenure.domain.license;

import tenure.domain.shared.Refusal;

/** Why a {@link License} says no. */
public enum LicenseRefusal implements Refusal {
    ALREADY_CANCELLED("The license has been cancelled; sell a new one."),
    OUTSIDE_TERM("The day is in none of the terms of the license; choose a day that is paid for."),
    TERMS_OVERLAP("The new term starts before the last one ends; start it on that day or later."),
    CURRENCY_DIFFERS("A license keeps the currency it was sold in; sell a new one for another currency."),
    CANCELLED_BEFORE_START("A license cannot end before its first day; check effectiveOn."),
    ALL_SEATS_TAKEN("Every seat paid for from that day on is taken; release one or add seats first."),
    SEATS_STILL_ASSIGNED("More users have a seat than seats are to be paid for; name those to release."),
    NOTICE_AFTER_TERM("The last term is over by then; notice is given and taken back before a term ends."),
    NOT_YET_OVER("The term is not over yet; a license expires on the first day after its last term."),
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
