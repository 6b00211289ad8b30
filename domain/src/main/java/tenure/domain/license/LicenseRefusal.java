package tenure.domain.license;

import tenure.domain.shared.Refusal;

/** Why a {@link License} says no. */
public enum LicenseRefusal implements Refusal {
    ALREADY_CANCELLED("The license has been cancelled; sell a new one."),
    OUTSIDE_TERM("The day is in none of the terms of the license; choose a day that is paid for."),
    TERMS_OVERLAP("The new term starts before the last one ends; start it on that day or later."),
    CURRENCY_DIFFERS("A license keeps the currency it was sold in; sell a new one for another currency."),
    CANCELLED_BEFORE_START("A license cannot end before its first day; check effectiveOn.");

    private final String text;

    LicenseRefusal(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
